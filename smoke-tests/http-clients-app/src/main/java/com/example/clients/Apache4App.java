package com.example.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.UUID;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.ServiceUnavailableRetryStrategy;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.EofSensorInputStream;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/** Asks a model with Apache's client 4, in every way that it allows. */
public final class Apache4App {
  private static final ServiceUnavailableRetryStrategy RETRIES =
      new DefaultServiceUnavailableRetryStrategy(1, 1);

  private final String baseUrl;
  private final PoolingHttpClientConnectionManager connections =
      new PoolingHttpClientConnectionManager();
  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(connections)
          .setServiceUnavailableRetryStrategy(RETRIES)
          .build();

  private Apache4App(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws IOException {
    Apache4App app = new Apache4App(arguments[0]);
    app.plain();
    app.handled();
    app.ofOneShot();
    app.streamedAnswer();
    app.closedEarly();
    app.aborted();
    app.consumed();
    app.writtenOut();
    app.gzip();
    app.error();
    app.retried();
    app.large();
    app.minimal();
    app.older();
    app.otherRequests();
    app.noServer();
    System.out.println("leased " + app.connections.getTotalStats().getLeased());
    app.client.close();
  }

  private void plain() throws IOException {
    HttpPost request = post(Requests.chat("plain"));
    HttpEntity entity = request.getEntity();
    try (CloseableHttpResponse response = client.execute(request)) {
      System.out.println(response.getStatusLine());
      HttpEntity body = response.getEntity();
      System.out.println("streaming " + body.isStreaming() + ", repeatable " + body.isRepeatable());
      System.out.println("own stream " + (body.getContent() instanceof EofSensorInputStream));
      System.out.println(Requests.content(EntityUtils.toString(body)));
    }
    System.out.println("same entity " + (entity == request.getEntity()));
  }

  private void handled() throws IOException {
    System.out.println(client.execute(post(Requests.chat("handled")), Apache4App::content));
  }

  private void ofOneShot() throws IOException {
    HttpPost request = new HttpPost(baseUrl + "/chat/completions");
    InputStream body = new ByteArrayInputStream(Requests.chat("one shot"));
    request.setEntity(new InputStreamEntity(body, ContentType.APPLICATION_JSON));
    System.out.println(client.execute(request, Apache4App::content));
  }

  private void streamedAnswer() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.stream("stream")))) {
      System.out.println(Requests.countEvents(response.getEntity().getContent()) + " events");
    }
  }

  private void closedEarly() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.stream("stalled")))) {
      System.out.println("first byte " + (char) response.getEntity().getContent().read());
    }
    System.out.println("leased " + connections.getTotalStats().getLeased());
  }

  private void aborted() throws IOException {
    HttpPost request = post(Requests.stream("stalled"));
    request.setHeader("Accept-Encoding", "identity");
    try (CloseableHttpResponse response = client.execute(request)) {
      EofSensorInputStream body = (EofSensorInputStream) response.getEntity().getContent();
      System.out.println("first byte " + (char) body.read());
      body.abortConnection();
      System.out.println("leased " + connections.getTotalStats().getLeased());
    }
  }

  private void consumed() throws IOException {
    try (CloseableHttpResponse response = client.execute(post(Requests.chat("consumed")))) {
      EntityUtils.consume(response.getEntity());
    }
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
      System.out.println(response.getStatusLine());
      System.out.println(Requests.text(response.getEntity().getContent()).contains("error"));
    }
    try (CloseableHttpResponse response = client.execute(post(Requests.chat("status 500")))) {
      System.out.println(response.getStatusLine());
    }
  }

  /** By the client, which the server tells that it is busy. */
  private void retried() throws IOException {
    HttpPost request = post(Requests.chat("busy"));
    request.setHeader("Run", UUID.randomUUID().toString());
    System.out.println(client.execute(request, Apache4App::content));
  }

  private void large() throws IOException {
    System.out.println(client.execute(post(Requests.large("large")), Apache4App::content));
  }

  private void minimal() throws IOException {
    try (CloseableHttpClient minimal = HttpClients.createMinimal()) {
      HttpPost request = post(Requests.chat("minimal"));
      HttpEntity entity = request.getEntity();
      System.out.println(minimal.execute(request, Apache4App::content));
      System.out.println("same entity " + (entity == request.getEntity()));
    }
  }

  @SuppressWarnings("deprecation")
  private void older() throws IOException {
    HttpClient older = new DefaultHttpClient();
    System.out.println(older.execute(post(Requests.chat("older")), Apache4App::content));
    older.getConnectionManager().shutdown();
  }

  /** To no model, or of no model. */
  private void otherRequests() throws IOException {
    HttpPost post = new HttpPost(baseUrl + "/files");
    post.setEntity(new ByteArrayEntity(Requests.chat("plain"), ContentType.APPLICATION_JSON));
    try (CloseableHttpResponse response = client.execute(post)) {
      System.out.println(response.getStatusLine());
      System.out.println(response.getEntity().getClass().getName());
    }
    try (CloseableHttpResponse response =
        client.execute(new HttpGet(baseUrl + "/chat/completions"))) {
      System.out.println(response.getStatusLine());
    }
  }

  private void noServer() throws IOException {
    try {
      System.out.println(
          client.execute(
              new HttpHost("127.0.0.1", 1, "http"),
              post(Requests.chat("plain")),
              Apache4App::content));
    } catch (ConnectException refused) {
      System.out.println("refused");
    }
  }

  private static String content(HttpResponse response) throws IOException {
    return Requests.content(EntityUtils.toString(response.getEntity()));
  }

  private HttpPost post(byte[] body) {
    HttpPost request = new HttpPost(baseUrl + "/chat/completions");
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }
}
