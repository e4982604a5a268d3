package com.example.services;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Moderate;
import dev.langchain4j.service.ModerationException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Has its questions moderated while they are answered. */
public final class ModerateApp {
  private ModerateApp() {}

  /** An agent with manners. */
  interface Polite {
    @Moderate
    String answer(String question);
  }

  /** Answers politely, and says when it was asked. */
  static final class Butler implements ChatModel {
    private final CountDownLatch asked;

    Butler(CountDownLatch asked) {
      this.asked = asked;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
      asked.countDown();
      return ChatResponse.builder().aiMessage(AiMessage.from("Gladly.")).build();
    }
  }

  /** Knows bad language by its length. */
  static final class Lengths implements EmbeddingModel {
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      return Response.from(
          segments.stream()
              .map(text -> Embedding.from(new float[] {text.text().length()}))
              .toList());
    }
  }

  /** Flags what is short, on whatever thread it is asked, but not before the model was asked. */
  static final class Censor implements ModerationModel {
    private final EmbeddingModel lengths = new Lengths();
    private final CountDownLatch asked;

    Censor(CountDownLatch asked) {
      this.asked = asked;
    }

    @Override
    public Response<Moderation> moderate(String text) {
      try {
        asked.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      boolean rude = lengths.embed(text).content().vector()[0] < 10;
      return Response.from(rude ? Moderation.flagged(text) : Moderation.notFlagged());
    }

    @Override
    public Response<Moderation> moderate(List<ChatMessage> messages) {
      return moderate(((UserMessage) messages.get(messages.size() - 1)).singleText());
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.out.println(answer("Would you kindly answer?"));
    System.out.println(answer("Answer!"));
    // The library's own thread pool would keep the program alive for a minute.
    System.exit(0);
  }

  private static String answer(String question) {
    CountDownLatch asked = new CountDownLatch(1);
    Polite polite =
        AiServices.builder(Polite.class)
            .chatModel(new Butler(asked))
            .moderationModel(new Censor(asked))
            .build();
    try {
      return polite.answer(question);
    } catch (ModerationException e) {
      return e.getMessage();
    }
  }
}
