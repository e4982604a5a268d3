package com.example.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.TimeValue;

/** Asks a model with Apache's classic client 5, in every way that it allows. */
@SuppressWarnings("deprecation") // of methods that the oldest version has no others for
public final class Apache5App {
  private final String baseUrl;
  private final PoolingHttpClientConnectionManager connections =
      new PoolingHttpClientConnectionManager();
  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(connections)
          .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(1)))
          .build();

  private Apache5App(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws IOException {
    Apache5App app = new Apache5App(arguments[0]);
    app.plain();
    app.handled();
    app.ofOneShot();
    app.streamedAnswer();
    app.closedEarly();
    app.aborted();
    app.writtenOut();
    app.gzip();
    app.error();
    app.retried();
    app.large();
    app.minimal();
    app.otherRequests();
    app.noServer();
    System.out.println("leased " + app.connections.getTotalStats().getLeased());
    app.client.close();
  }

  private void plain() throws IOException {
    HttpPost request = post(Requests.chat("plain"));
    HttpEntity entity = request.getEntity();
    try (CloseableHttpResponse response = client.execute(request)) {
      System.out.println("status " + response.getCode());
      HttpEntity body = response.getEntity();
      System.out.println("streaming " + body.isStreaming() + ", repeatable " + body.isRepeatable());
      System.out.println("own stream " + (body.getContent() instanceof EofSensorInputStream));
      System.out.println(Requests.content(EntityUtils.toString(body)));
    } catch (org.apache.hc.core5.http.ParseException e) {
      throw new IOException(e);
    }
    System.out.println("same entity " + (entity == request.getEntity()));
  }

  private void handled() throws IOException {
    String answer =
        client.execute(
            post(Requests.chat("handled")),
            response -> Requests.content(EntityUtils.toString(response.getEntity())));
    System.out.println(answer);
  }

  private void ofOneShot() throws IOException {
    HttpPost request = new HttpPost(baseUrl + "/chat/completions");
    InputStream body = new ByteArrayInputStream(Requests.chat("one shot"));
    request.setEntity(new InputStreamEntity(body, ContentType.APPLICATION_JSON));
    System.out.println(client.execute(request, Apache5App::content));
  }

  private void streamedAnswer() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.stream("stream")))) {
      System.out.println(Requests.countEvents(response.getEntity().getContent()) + " events");
    }
  }

  private void closedEarly() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.stream("stream")))) {
      System.out.println("first byte " + (char) response.getEntity().getContent().read());
    }
    System.out.println("leased " + connections.getTotalStats().getLeased());
  }

  private void aborted() throws IOException {
    HttpPost request = post(Requests.stream("stalled"));
    request.setHeader("Accept-Encoding", "identity");
    CloseableHttpResponse response = client.execute(request);
    EofSensorInputStream body = (EofSensorInputStream) response.getEntity().getContent();
    System.out.println("first byte " + (char) body.read());
    body.abort();
    System.out.println("leased " + connections.getTotalStats().getLeased());
  }

  private void writtenOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CloseableHttpResponse response = client.execute(post(Requests.chat("written out")))) {
      response.getEntity().writeTo(out);
    }
    System.out.println(Requests.content(out.toString(UTF_8)));
  }

  private void gzip() throws IOException {
    for (byte[] body : new byte[][] {Requests.chat("gzip"), Requests.stream("gzip")}) {
      String answer =
          client.execute(post(body), response -> EntityUtils.toString(response.getEntity()));
      System.out.println(answer.contains("zipped"));
    }
  }

  private void error() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.chat("status 401")))) {
      System.out.println("status " + response.getCode());
      System.out.println(Requests.text(response.getEntity().getContent()).contains("error"));
    }
    try (CloseableHttpResponse response = client.execute(post(Requests.chat("status 500")))) {
      System.out.println("status " + response.getCode());
    }
  }

  /** By the client, which the server tells that it is busy. */
  private void retried() throws IOException {
    HttpPost request = post(Requests.chat("busy"));
    request.setHeader("Run", UUID.randomUUID().toString());
    System.out.println(client.execute(request, Apache5App::content));
  }

  private void large() throws IOException {
    System.out.println(client.execute(post(Requests.large("large")), Apache5App::content));
  }

  private void minimal() throws IOException {
    try (CloseableHttpClient minimal = HttpClients.createMinimal()) {
      HttpPost request = post(Requests.chat("minimal"));
      HttpEntity entity = request.getEntity();
      System.out.println(minimal.execute(request, Apache5App::content));
      System.out.println("same entity " + (entity == request.getEntity()));
    }
  }

  /** To no model, or of no model. */
  private void otherRequests() throws IOException {
    HttpPost post = new HttpPost(baseUrl + "/files");
    post.setEntity(new ByteArrayEntity(Requests.chat("plain"), ContentType.APPLICATION_JSON));
    try (CloseableHttpResponse response = client.execute(post)) {
      System.out.println("status " + response.getCode());
      System.out.println(response.getEntity().getClass().getName());
    }
    try (CloseableHttpResponse response =
        client.execute(new HttpGet(baseUrl + "/chat/completions"))) {
      System.out.println("status " + response.getCode());
    }
  }

  private void noServer() throws IOException {
    try {
      System.out.println(
          client.execute(
              new HttpHost("http", "127.0.0.1", 1),
              post(Requests.chat("plain")),
              Apache5App::content));
    } catch (java.net.ConnectException refused) {
      System.out.println("refused");
    }
  }

  private static String content(org.apache.hc.core5.http.ClassicHttpResponse response)
      throws IOException, org.apache.hc.core5.http.ParseException {
    return Requests.content(EntityUtils.toString(response.getEntity()));
  }

  private HttpPost post(byte[] body) {
    HttpPost request = new HttpPost(baseUrl + "/chat/completions");
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }
}
