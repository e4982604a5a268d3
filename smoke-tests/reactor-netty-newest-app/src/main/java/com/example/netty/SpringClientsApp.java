package com.example.netty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.JettyClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** Asks a model with Spring's clients, over each client that they can send their requests with. */
public final class SpringClientsApp {
  private SpringClientsApp() {}

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    HttpClient jetty = new HttpClient();
    jetty.start();
    try (CloseableHttpAsyncClient apache = HttpAsyncClients.createDefault()) {
      factories(jetty)
          .forEach((name, factory) -> whole(RestClient.builder(), factory, arguments[0], name));
      connectors(jetty, apache)
          .forEach(
              (name, connector) -> {
                WebClient client =
                    WebClient.builder().baseUrl(arguments[0]).clientConnector(connector).build();
                whole(client, name);
                streamed(client, name);
                if (!name.equals("jdk")) { // with which the connection goes on
                  left(client, name);
                }
              });
    }
    jetty.stop();
  }

  private static Map<String, ClientHttpRequestFactory> factories(HttpClient jetty) {
    Map<String, ClientHttpRequestFactory> factories = new LinkedHashMap<>();
    factories.put("connection", new SimpleClientHttpRequestFactory());
    factories.put("jdk", new JdkClientHttpRequestFactory());
    factories.put("apache", new HttpComponentsClientHttpRequestFactory());
    factories.put("jetty", new JettyClientHttpRequestFactory(jetty));
    factories.put("netty", new ReactorClientHttpRequestFactory());
    return factories;
  }

  private static Map<String, ClientHttpConnector> connectors(
      HttpClient jetty, CloseableHttpAsyncClient apache) {
    Map<String, ClientHttpConnector> connectors = new LinkedHashMap<>();
    connectors.put("jdk", new JdkClientHttpConnector());
    connectors.put("apache", new HttpComponentsClientHttpConnector(apache));
    connectors.put("jetty", new JettyClientHttpConnector(jetty));
    connectors.put("netty", new ReactorClientHttpConnector());
    return connectors;
  }

  private static void whole(
      RestClient.Builder builder, ClientHttpRequestFactory factory, String url, String name) {
    String answer =
        builder
            .requestFactory(factory)
            .baseUrl(url)
            .build()
            .post()
            .uri("/chat/completions")
            .contentType(MediaType.APPLICATION_JSON)
            .body(json("whole over " + name, false))
            .retrieve()
            .body(String.class);
    System.out.println(name + " " + answer.contains("piece by piece"));
  }

  private static void whole(WebClient client, String name) {
    String answer = ask(client, json("later over " + name, false)).bodyToMono(String.class).block();
    System.out.println(name + " " + answer.contains("piece by piece"));
  }

  private static void streamed(WebClient client, String name) {
    System.out.println(
        ask(client, json("stream over " + name, true)).bodyToFlux(String.class).count().block());
  }

  private static void left(WebClient client, String name) {
    System.out.println(
        ask(client, json("stalled over " + name, true))
            .bodyToFlux(String.class)
            .take(4)
            .count()
            .block());
  }

  private static WebClient.ResponseSpec ask(WebClient client, String json) {
    return client
        .post()
        .uri("/chat/completions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(json)
        .retrieve();
  }

  private static String json(String question, boolean stream) {
    return "{\"model\":\"gpt-4o-mini\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(stream, question);
  }
}
