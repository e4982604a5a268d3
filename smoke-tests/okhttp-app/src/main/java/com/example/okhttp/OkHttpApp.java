package com.example.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.BufferedSource;

/** Calls a model by OkHttp in every way that ends well, or is ended by the program. */
public final class OkHttpApp {
  private OkHttpApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    OkHttpClient client = new OkHttpClient.Builder().readTimeout(30, TimeUnit.SECONDS).build();
    Endpoint plain = new Endpoint(client, arguments[0]);
    Endpoint compressed = new Endpoint(client, arguments[1]);

    whole(plain);
    whole(compressed);
    enqueued(plain);
    streamed(plain);
    streamed(compressed);
    events(plain);
    readInPart(plain);
    closedEarly(plain);
    cancelled(plain);
    embeddings(plain);
    noModelCalls(plain);
    Desk.run(plain);
    SecondVersion.run(client);
    Kept.run(client);
    WebSockets.run(client);

    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static void whole(Endpoint endpoint) throws IOException {
    Request request = endpoint.chat("How is Lisbon?");
    try (Response response = endpoint.execute(request)) {
      ResponseBody body = response.body();
      System.out.println(response.code() + " " + body.contentType());
      System.out.println("length known: " + (body.contentLength() > 0));
      System.out.println("the application's request: " + (response.request() == request));
      BufferedSource source = body.source();
      System.out.println("one source: " + (source == body.source()));
      System.out.println("answered: " + body.string().contains("Lisbon is sunny."));
    }
  }

  private static void enqueued(Endpoint endpoint) throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    endpoint
        .client()
        .newCall(endpoint.chat("And tomorrow?"))
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                System.out.println(e);
                answered.countDown();
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                  System.out.println("enqueued: " + response.body().bytes().length);
                }
                answered.countDown();
              }
            });
    answered.await();
  }

  private static void streamed(Endpoint endpoint) throws IOException {
    try (Response response = endpoint.execute(endpoint.stream("Tell me more."))) {
      BufferedSource source = response.body().source();
      List<String> lines = new ArrayList<>();
      for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
        lines.add(line);
      }
      System.out.println("streamed: " + lines.size() + " lines, " + source.exhausted());
    }
  }

  private static void events(Endpoint endpoint) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    EventSource unused =
        EventSources.createFactory(endpoint.client())
            .newEventSource(
                endpoint.stream("Event by event."),
                new EventSourceListener() {
                  private int events;

                  @Override
                  public void onEvent(EventSource source, String id, String type, String data) {
                    events++;
                  }

                  @Override
                  public void onClosed(EventSource source) {
                    System.out.println("events: " + events);
                    closed.countDown();
                  }

                  @Override
                  public void onFailure(EventSource source, Throwable error, Response response) {
                    System.out.println("failure: " + error);
                    closed.countDown();
                  }
                });
    closed.await();
  }

  /** As parsers do that stop at the last brace: the end of the body is never asked for. */
  private static void readInPart(Endpoint endpoint) throws IOException {
    Response response = endpoint.execute(endpoint.chat("All but the end."));
    int length = (int) response.body().contentLength();
    InputStream stream = response.body().byteStream();
    System.out.println("read in part: " + (stream.readNBytes(length).length == length));
    response.close();
  }

  private static void closedEarly(Endpoint endpoint) throws IOException {
    try (Response response = endpoint.execute(endpoint.stream("Only the first word."))) {
      System.out.println(response.body().source().readUtf8Line().startsWith("data:"));
    }
    try (Response response = endpoint.execute(endpoint.chat("Never read."))) {
      System.out.println(response.isSuccessful());
    }
    try (Response response = endpoint.execute(endpoint.chat("status 500"))) {
      System.out.println(response.code());
    }
  }

  private static void cancelled(Endpoint endpoint) throws IOException {
    Call call = endpoint.client().newCall(endpoint.stream("slow"));
    try (Response response = call.execute()) {
      BufferedSource source = response.body().source();
      for (int line = 0; line < 2; line++) {
        source.readUtf8Line();
      }
      call.cancel();
      source.readUtf8Line();
    } catch (IOException e) {
      System.out.println("cancelled: " + call.isCanceled());
    }
  }

  private static void embeddings(Endpoint endpoint) throws IOException {
    Request request =
        endpoint.post(
            "/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":[\"tram\",\"tart\"]}");
    try (Response response = endpoint.execute(request)) {
      System.out.println(response.body().string().contains("embedding"));
    }
  }

  private static void noModelCalls(Endpoint endpoint) throws IOException {
    Request get = new Request.Builder().url(endpoint.baseUrl() + "/chat/completions").build();
    try (Response response = endpoint.execute(get)) {
      System.out.println(response.code() + " " + response.body().getClass().getSimpleName());
    }
    try (Response response = endpoint.execute(endpoint.post("/files", "{}"))) {
      System.out.println(response.code() + " " + response.body().getClass().getSimpleName());
    }
  }
}
