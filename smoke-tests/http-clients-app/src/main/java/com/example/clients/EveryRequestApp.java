package com.example.clients;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Makes requests that are no calls of models, with every client. */
@SuppressWarnings("deprecation") // of methods that the oldest version has no others for
public final class EveryRequestApp {
  private EveryRequestApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    String url = arguments[0] + "/models?key=secret&page=2&token";
    jdk(url);
    urlConnection(url);
    apache4(url);
    apache5(url);
    apache5Async(url);
    nobody();
  }

  private static void jdk(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<String> response =
        java.net.http.HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
    System.out.println(response.statusCode() + " " + response.body().isEmpty());
  }

  private static void urlConnection(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod("DELETE");
    System.out.println(connection.getResponseCode());
    System.out.println(Requests.text(connection.getErrorStream()).isEmpty());
  }

  private static void apache4(String url) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      System.out.println(response.getStatusLine());
      System.out.println(EntityUtils.toString(response.getEntity()).isEmpty());
    }
  }

  private static void apache5(String url) throws IOException {
    try (var client = org.apache.hc.client5.http.impl.classic.HttpClients.createDefault();
        var response =
            client.execute(new org.apache.hc.client5.http.classic.methods.HttpPut(url))) {
      System.out.println(response.getCode());
      System.out.println(Requests.text(response.getEntity().getContent()).isEmpty());
    }
  }

  private static void apache5Async(String url) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      System.out.println(
          client.execute(new SimpleHttpRequest("GET", URI.create(url)), null).get().getCode());
    }
  }

  private static void nobody() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/nothing")).build();
    try {
      System.out.println(
          java.net.http.HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding()));
    } catch (IOException refused) {
      System.out.println("refused");
    }
  }
}
