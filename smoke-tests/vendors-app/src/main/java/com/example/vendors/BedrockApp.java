package com.example.vendors;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/** Calls models on Bedrock by the SDK of AWS, which repeats requests that are refused. */
public final class BedrockApp {
  private static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";

  /** A model by a name of Amazon's own, with a slash in it. */
  private static final String PROFILE =
      "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0";

  private BedrockApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    try (BedrockRuntimeClient client = configured(BedrockRuntimeClient.builder(), server).build()) {
      print(client.converse(chat(MODEL, "How is Lisbon?")));
      print(client.converse(chat(PROFILE, "And Porto?")));
      print(client.converse(withTool("The weather?")));
      System.out.println(client.invokeModel(invoke("Again?")).body().asUtf8String().length());
      print(client.converse(chat(MODEL, "again")));
      fails(() -> print(client.converse(chat(MODEL, "status 400"))));
      fails(() -> print(client.converse(chat(MODEL, "status 429"))));
      fails(() -> print(client.converse(chat(MODEL, "closed"))));
    }
    BedrockRuntimeClientBuilder plain =
        BedrockRuntimeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    try (BedrockRuntimeClient client = configured(plain, server).build()) {
      print(client.converse(chat(MODEL, "By another client.")));
    }
    BedrockRuntimeClientBuilder own = BedrockRuntimeClient.builder().httpClient(new CannedClient());
    try (BedrockRuntimeClient client = configured(own, server).build()) {
      print(client.converse(chat(MODEL, "By a client of one's own.")));
    }
    BedrockRuntimeAsyncClientBuilder async =
        BedrockRuntimeAsyncClient.builder()
            .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1));
    BedrockRuntimeAsyncClient client = configured(async, server).build();
    print(client.converse(chat(MODEL, "And then?")).join());
    System.out.println(client.invokeModel(invoke("Then?")).join().body().asByteArray().length);
    print(client.converse(chat(MODEL, "again, later")).join());
    System.out.println(streamed(client, "Tell me."));
    System.out.println(streamedByModel(client, "Tell me more."));
    System.out.println(streamedByModel(client, "again, streamed"));
    cancelledStream(client);
    cancelledPromise(client);
    fails(() -> print(client.converse(chat(MODEL, "status 400, later")).join()));
    fails(() -> System.out.println(streamed(client, "status 429, streamed")));
    fails(() -> System.out.println(streamed(client, "cut")));
    System.exit(0); // closing this client takes seconds
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, URI server) {
    return builder
        .region(Region.EU_WEST_1)
        .endpointOverride(server)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAFAKE", "secret")))
        .overrideConfiguration(
            override ->
                override.retryPolicy(
                    RetryPolicy.builder()
                        .numRetries(2)
                        .backoffStrategy(BackoffStrategy.none())
                        .throttlingBackoffStrategy(BackoffStrategy.none())
                        .build()));
  }

  private static Message user(String text) {
    return Message.builder()
        .role(ConversationRole.USER)
        .content(ContentBlock.fromText(text))
        .build();
  }

  private static ConverseRequest chat(String model, String question) {
    return ConverseRequest.builder()
        .modelId(model)
        .system(SystemContentBlock.builder().text("Be brief.").build())
        .messages(user(question))
        .inferenceConfig(config -> config.maxTokens(100).temperature(0.5f))
        .build();
  }

  private static ConverseRequest withTool(String question) {
    Document schema =
        Document.mapBuilder()
            .putString("type", "object")
            .putDocument(
                "properties",
                Document.mapBuilder()
                    .putDocument("city", Document.mapBuilder().putString("type", "string").build())
                    .build())
            .build();
    Tool tool =
        Tool.builder()
            .toolSpec(spec -> spec.name("get_weather").inputSchema(input -> input.json(schema)))
            .build();
    return chat(MODEL, question).toBuilder()
        .toolConfig(ToolConfiguration.builder().tools(tool).build())
        .build();
  }

  private static String body(String question) {
    return "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":100,"
        + "\"messages\":[{\"role\":\"user\",\"content\":\""
        + question
        + "\"}]}";
  }

  private static InvokeModelRequest invoke(String question) {
    return InvokeModelRequest.builder()
        .modelId(MODEL)
        .contentType("application/json")
        .body(SdkBytes.fromUtf8String(body(question)))
        .build();
  }

  private static void print(ConverseResponse response) {
    System.out.println(
        response.stopReasonAsString() + " " + response.output().message().content().get(0).text());
  }

  private static int streamed(BedrockRuntimeAsyncClient client, String question) {
    AtomicInteger events = new AtomicInteger();
    client.converseStream(stream(question), toEach(event -> events.incrementAndGet())).join();
    return events.get();
  }

  private static ConverseStreamRequest stream(String question) {
    return ConverseStreamRequest.builder().modelId(MODEL).messages(user(question)).build();
  }

  private static ConverseStreamResponseHandler toEach(Consumer<ConverseStreamOutput> action) {
    return ConverseStreamResponseHandler.builder().subscriber(action).build();
  }

  private static int streamedByModel(BedrockRuntimeAsyncClient client, String question) {
    AtomicInteger events = new AtomicInteger();
    client
        .invokeModelWithResponseStream(
            InvokeModelWithResponseStreamRequest.builder()
                .modelId(MODEL)
                .body(SdkBytes.fromUtf8String(body(question)))
                .build(),
            InvokeModelWithResponseStreamResponseHandler.builder()
                .subscriber(event -> events.incrementAndGet())
                .build())
        .join();
    return events.get();
  }

  /** Wants no more after the first event, and says so to whoever publishes them. */
  private static void cancelledStream(BedrockRuntimeAsyncClient client) throws Exception {
    FirstOnly subscriber = new FirstOnly(true);
    CompletableFuture<Void> unused = streamed(client, "slow", subscriber);
    subscriber.arrived.await();
  }

  /** Wants no more after the first event, and says so by the promise. */
  private static void cancelledPromise(BedrockRuntimeAsyncClient client) throws Exception {
    FirstOnly subscriber = new FirstOnly(false);
    CompletableFuture<Void> promise = streamed(client, "slow, promised", subscriber);
    subscriber.arrived.await();
    promise.cancel(true);
  }

  private static CompletableFuture<Void> streamed(
      BedrockRuntimeAsyncClient client, String question, FirstOnly subscriber) {
    return client.converseStream(
        stream(question),
        ConverseStreamResponseHandler.builder().subscriber(() -> subscriber).build());
  }

  private static void fails(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      System.out.println(
          cause instanceof AwsServiceException answered
              ? cause.getClass().getSimpleName() + " " + answered.statusCode()
              : cause.getClass().getSimpleName());
    }
  }

  /** Tells of the first event, and may cancel with it. */
  private static final class FirstOnly implements Subscriber<ConverseStreamOutput> {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final boolean cancelling;
    private Subscription subscription;

    FirstOnly(boolean cancelling) {
      this.cancelling = cancelling;
    }

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(ConverseStreamOutput event) {
      if (cancelling) {
        subscription.cancel();
      }
      arrived.countDown();
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
