package com.example.travel;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A model that repeats what it is told, with threads of its own: piece by piece, all streams by
 * turns, and none before all have begun.
 */
final class Pump implements StreamingChatModel, AutoCloseable {
  private static final int PIECES = 3;

  private final CountDownLatch begun;
  private final Queue<Stream> open = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  Pump(int streams, int threadCount) {
    begun = new CountDownLatch(streams);
    for (int i = 0; i < threadCount; i++) {
      Thread thread = new Thread(this::deliver, "pump-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    open.add(new Stream(((UserMessage) request.messages().get(0)).singleText(), handler));
    begun.countDown();
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  private void deliver() {
    try {
      begun.await();
    } catch (InterruptedException closed) {
      return;
    }
    for (Stream stream = open.poll(); stream != null; stream = open.poll()) {
      if (stream.pieces < PIECES) {
        stream.pieces++;
        stream.handler.onPartialResponse(stream.text);
        open.add(stream);
      } else {
        stream.handler.onCompleteResponse(
            ChatResponse.builder().aiMessage(AiMessage.from(stream.text.repeat(PIECES))).build());
      }
    }
  }

  private static final class Stream {
    private final String text;
    private final StreamingChatResponseHandler handler;
    private int pieces;

    Stream(String text, StreamingChatResponseHandler handler) {
      this.text = text;
      this.handler = handler;
    }
  }
}
