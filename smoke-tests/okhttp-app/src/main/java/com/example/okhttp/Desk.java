package com.example.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A server that enqueues a call of a model for each of its requests, and lets one call run at a
 * time: the second waits until the first is over, and is begun by the thread of the first.
 */
final class Desk {
  private final CountDownLatch firstRuns = new CountDownLatch(1);
  private final CountDownLatch secondWaits = new CountDownLatch(1);
  private final Endpoint models;

  private Desk(Endpoint models, Dispatcher dispatcher) {
    this.models =
        models.with(
            models
                .client()
                .newBuilder()
                .dispatcher(dispatcher)
                .addInterceptor(this::awaitSecond)
                .build());
  }

  static void run(Endpoint models) throws IOException, InterruptedException {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(1);
    Desk desk = new Desk(models, dispatcher);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/first", exchange -> desk.answer(exchange, "Who is first?"));
    server.createContext("/second", exchange -> desk.answer(exchange, "Who is next?"));
    server.start();

    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Answer first = Answer.to(new Request.Builder().url(url + "/first").build(), models.client());
    desk.firstRuns.await();
    Answer second = Answer.to(new Request.Builder().url(url + "/second").build(), models.client());
    System.out.println("first: " + first.join());
    System.out.println("second: " + second.join());

    server.stop(0);
    threads.shutdown();
    dispatcher.executorService().shutdown();
  }

  private void answer(HttpExchange exchange, String question) throws IOException {
    try (exchange) {
      Answer answer = Answer.to(models.chat(question), models.client());
      if (models.client().dispatcher().queuedCallsCount() == 1) {
        secondWaits.countDown();
      }
      byte[] body = answer.join().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Response awaitSecond(Interceptor.Chain chain) throws IOException {
    firstRuns.countDown();
    try {
      secondWaits.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return chain.proceed(chain.request());
  }

  /** What comes of a call that is enqueued. */
  private static final class Answer extends CompletableFuture<String> implements Callback {

    static Answer to(Request request, OkHttpClient client) {
      Answer answer = new Answer();
      client.newCall(request).enqueue(answer);
      return answer;
    }

    @Override
    public void onFailure(Call call, IOException e) {
      completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        complete(response.code() + ", sunny: " + response.body().string().contains("sunny"));
      }
    }
  }
}
