package com.example.async;

import static com.example.async.Requests.content;
import static com.example.async.Requests.events;
import static com.example.async.Requests.json;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;

/** Asks a model with Jetty's client. */
public final class JettyApp {
  private final String base;
  private final String chat;
  private final HttpClient client = new HttpClient();

  private JettyApp(String base) {
    this.base = base;
    this.chat = base + "/chat/completions";
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    JettyApp app = new JettyApp(arguments[0]);
    app.client.start();
    app.whole();
    app.asynchronous();
    app.pieceByPiece();
    app.streamed();
    app.abortedMidway();
    app.abortedEarly();
    app.timedOut();
    app.failures();
    app.gzip();
    app.errors();
    app.large();
    app.redirected();
    app.otherRequests();
    app.client.stop();
  }

  private void whole() throws Exception {
    System.out.println(content(ask(json("whole", false)).send().getContentAsString()));
  }

  private void asynchronous() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    ask(json("later", false))
        .send(
            new BufferingResponseListener() {
              @Override
              public void onComplete(Result result) {
                answer.complete(getContentAsString());
              }
            });
    System.out.println(content(answer.get(30, TimeUnit.SECONDS)));
  }

  private void pieceByPiece() throws Exception {
    InputStreamResponseListener answer = new InputStreamResponseListener();
    try (OutputStreamRequestContent body = new OutputStreamRequestContent()) {
      client.POST(chat).body(body).send(answer);
      byte[] bytes = json("piece by piece", false).getBytes(UTF_8);
      body.getOutputStream().write(bytes, 0, 30);
      body.getOutputStream().flush();
      body.getOutputStream().write(bytes, 30, bytes.length - 30);
    }
    System.out.println(answer.get(30, TimeUnit.SECONDS).getStatus());
    System.out.println(content(new String(answer.getInputStream().readAllBytes(), UTF_8)));
  }

  private void streamed() throws Exception {
    StringBuilder text = new StringBuilder();
    CompletableFuture<Void> end = new CompletableFuture<>();
    ask(json("stream", true))
        .onResponseContent((response, piece) -> text.append(UTF_8.decode(piece)))
        .send(result -> end.complete(null));
    end.get(30, TimeUnit.SECONDS);
    System.out.println(events(text) + " events");
  }

  private void abortedMidway() throws Exception {
    StringBuilder text = new StringBuilder();
    CompletableFuture<String> end = new CompletableFuture<>();
    ask(json("stalled", true))
        .onResponseContent(
            (response, piece) -> {
              if (events(text.append(UTF_8.decode(piece))) >= 4) {
                var unused = response.abort(new IOException("enough"));
              }
            })
        .send(result -> end.complete(result.getFailure().getMessage()));
    System.out.println(end.get(30, TimeUnit.SECONDS));
  }

  /** When the request is sent, and nothing has arrived. */
  private void abortedEarly() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CompletableFuture<String> end = new CompletableFuture<>();
    Request request = ask(json("hang", false)).onRequestSuccess(successful -> sent.countDown());
    request.send(result -> end.complete(result.getFailure().getMessage()));
    sent.await();
    var unused = request.abort(new IOException("given up"));
    System.out.println(end.get(30, TimeUnit.SECONDS));
  }

  private void timedOut() throws Exception {
    System.out.println(failure(ask(json("hang", false)).timeout(300, TimeUnit.MILLISECONDS)));
  }

  private void failures() throws Exception {
    System.out.println(failure(ask(json("cut", false))));
    System.out.println(failure(client.POST("http://127.0.0.1:11/v1/chat/completions")) != null);
  }

  /** The client asks for it unless it is told not to. */
  private void gzip() throws Exception {
    Request asking = ask(json("gzip", true));
    System.out.println(asking.send().getContentAsString().contains("zipped"));
  }

  private void errors() throws Exception {
    // The client does without a refusal that does not say how to be let in.
    System.out.println(failure(ask(json("status 401", false))));
    for (String status : new String[] {"status 429", "status 500"}) {
      ContentResponse answer = ask(json(status, false)).send();
      System.out.println(answer.getStatus() + " " + answer.getContentAsString().contains("error"));
    }
  }

  private void large() throws Exception {
    System.out.println(content(ask(Requests.large("large")).send().getContentAsString()));
  }

  /** The client asks elsewhere, as it is told. */
  private void redirected() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Location", chat);
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions";
    byte[] json = json("redirected", false).getBytes(UTF_8);
    Request request = client.POST(url).body(new BytesRequestContent("application/json", json));
    System.out.println(content(request.send().getContentAsString()));
    server.stop(0);
  }

  /** To no model, or of no model. */
  private void otherRequests() throws Exception {
    int post = client.POST(base + "/files").body(new StringRequestContent("{}")).send().getStatus();
    System.out.println(post + ", " + client.GET(chat).getStatus());
  }

  private Request ask(String json) {
    return client
        .POST(chat)
        .body(new BytesRequestContent("application/json", json.getBytes(UTF_8)));
  }

  private static String failure(Request request) throws Exception {
    try {
      return "no failure: " + request.send();
    } catch (ExecutionException failed) {
      return failed.getCause().getClass().getSimpleName();
    } catch (java.util.concurrent.TimeoutException failed) {
      return failed.getClass().getSimpleName();
    }
  }
}
