package com.example.travel;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** Streams whose model forgets about them in the middle, and one that nobody starts. */
final class LostStreams {
  private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

  private LostStreams() {}

  static void run() throws InterruptedException {
    ForgetfulModel model = new ForgetfulModel();
    model.chat("Do you remember?", new Silent());
    awaitCollected(model.handler);
    Clock clock = AiServices.builder(Clock.class).streamingChatModel(model).build();
    startAndForget(clock);
    awaitCollected(model.handler);
    awaitCollected(new WeakReference<>(clock.tell("Never started"), QUEUE));
    // What was found collected before is known to everybody when another object was found too.
    awaitCollected(new WeakReference<>(new Object(), QUEUE));
    System.out.println("all lost");
  }

  private static void startAndForget(Clock clock) {
    clock.tell("Do you remember?").onPartialResponse(text -> {}).ignoreErrors().start();
  }

  private static void awaitCollected(WeakReference<Object> object) throws InterruptedException {
    Reference<?> found = null;
    while (found != object) {
      System.gc();
      found = QUEUE.remove(100);
    }
  }

  /** Says half an answer. */
  private static final class ForgetfulModel implements StreamingChatModel {
    WeakReference<Object> handler;

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler answer) {
      handler = new WeakReference<>(answer, QUEUE);
      answer.onPartialResponse("I am sure ");
      answer.onPartialResponse("that");
    }
  }

  private static final class Silent implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String text) {}

    @Override
    public void onCompleteResponse(ChatResponse response) {}

    @Override
    public void onError(Throwable error) {}
  }
}
