package com.example.travel;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;

/** Models that fail with one given exception, each in its own layer. */
final class BrokenModels {

  private BrokenModels() {}

  /** A model of the library whose HTTP client throws. */
  static ChatModel inHttpClient(RuntimeException exception) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(new BrokenHttpClientBuilder(exception))
        .baseUrl("http://127.0.0.1:1/v1")
        .apiKey("sk-example")
        .modelName("gpt-4o-mini")
        .maxRetries(0)
        .build();
  }

  /** A user-written model that throws. */
  static ChatModel inModel(RuntimeException exception) {
    return new ChatModel() {
      @Override
      public ChatResponse doChat(ChatRequest request) {
        throw exception;
      }
    };
  }

  /** A user-written streaming model that throws before it streams. */
  static StreamingChatModel inStreamingModel(RuntimeException exception) {
    return new StreamingChatModel() {
      @Override
      public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        throw exception;
      }
    };
  }

  /** A user-written streaming model that reports an error in the middle. */
  static StreamingChatModel inStream(RuntimeException exception) {
    return new StreamingChatModel() {
      @Override
      public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        handler.onPartialResponse("half an ");
        handler.onError(exception);
      }
    };
  }

  private static final class BrokenHttpClient implements HttpClient {
    private final RuntimeException exception;

    BrokenHttpClient(RuntimeException exception) {
      this.exception = exception;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
      throw exception;
    }

    @Override
    public void execute(
        HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
      throw exception;
    }
  }

  private static final class BrokenHttpClientBuilder implements HttpClientBuilder {
    private final RuntimeException exception;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(5);

    BrokenHttpClientBuilder(RuntimeException exception) {
      this.exception = exception;
    }

    @Override
    public Duration connectTimeout() {
      return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      connectTimeout = timeout;
      return this;
    }

    @Override
    public Duration readTimeout() {
      return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      readTimeout = timeout;
      return this;
    }

    @Override
    public HttpClient build() {
      return new BrokenHttpClient(exception);
    }
  }
}
