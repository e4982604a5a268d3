package com.example.vendors;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Calls models on Bedrock by LangChain4j, which has the SDK of AWS call them. */
public final class BedrockChatApp {
  private static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";

  private BedrockChatApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    BedrockChatModel model =
        BedrockChatModel.builder()
            .modelId(MODEL)
            .client(configured(BedrockRuntimeClient.builder(), server).build())
            .build();
    System.out.println(model.chat("How is Lisbon?"));
    try {
      System.out.println(model.chat("status 400"));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
    BedrockStreamingChatModel streaming =
        BedrockStreamingChatModel.builder()
            .modelId(MODEL)
            .client(
                configured(
                        BedrockRuntimeAsyncClient.builder()
                            .httpClientBuilder(
                                NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1)),
                        server)
                    .build())
            .build();
    System.out.println(streamed(streaming, "Tell me."));
    try {
      System.out.println(streamed(streaming, "status 400, streamed"));
    } catch (ExecutionException e) {
      System.out.println(e.getCause().getClass().getSimpleName());
    }
    System.exit(0); // closing these clients takes seconds
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, URI server) {
    return builder
        .region(Region.EU_WEST_1)
        .endpointOverride(server)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAFAKE", "secret")));
  }

  private static String streamed(BedrockStreamingChatModel model, String question)
      throws Exception {
    CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
    model.chat(
        question,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {}

          @Override
          public void onCompleteResponse(ChatResponse response) {
            answer.complete(response);
          }

          @Override
          public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer.get().aiMessage().text();
  }
}
