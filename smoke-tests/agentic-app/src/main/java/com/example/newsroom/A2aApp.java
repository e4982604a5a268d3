package com.example.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.service.V;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent that is somewhere else, here behind a server of the program's own. */
public final class A2aApp {
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\"[^\"]*\"|[0-9]+)");

  private A2aApp() {}

  public interface Weather {
    @Agent(description = "Knows the weather", outputKey = "forecast")
    String forecast(@V("city") String city);
  }

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/.well-known/", exchange -> answer(exchange, card(url)));
    server.createContext("/", A2aApp::message);
    server.start();
    try {
      Weather weather =
          AgenticServices.a2aBuilder(url, Weather.class).outputKey("forecast").build();
      UntypedAgent trip =
          AgenticServices.sequenceBuilder()
              .name("trip")
              .subAgents(weather)
              .outputKey("forecast")
              .build();
      System.out.println(trip.invoke(Map.of("city", "Lisbon")));
      System.out.println(weather.forecast("Porto"));
      try {
        System.out.println("not expected: " + trip.invoke(Map.of("city", "Atlantis")));
      } catch (RuntimeException e) {
        System.out.println(e.getClass().getName());
      }
    } finally {
      server.stop(0);
    }
  }

  private static String card(String url) {
    return """
    {"name":"weather-service","description":"Forecasts for cities","url":"%s/a2a",\
    "version":"2.1","protocolVersion":"0.3.0","preferredTransport":"JSONRPC",\
    "capabilities":{"streaming":false,"pushNotifications":false,"stateTransitionHistory":false},\
    "defaultInputModes":["text"],"defaultOutputModes":["text"],\
    "skills":[{"id":"forecast","name":"Forecast","description":"Tells the weather","tags":["weather"]}]}\
    """
        .formatted(url);
  }

  private static void message(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher id = ID.matcher(body);
    String answered = id.find() ? id.group(1) : "null";
    String city = body.contains("Lisbon") ? "Lisbon" : "Porto";
    answer(
        exchange,
        body.contains("Atlantis")
            ? """
            {"jsonrpc":"2.0","id":%s,"error":{"code":-32603,"message":"No such city"}}\
            """
                .formatted(answered)
            : """
            {"jsonrpc":"2.0","id":%s,"result":{"kind":"message","messageId":"m1","role":"agent",\
            "parts":[{"kind":"text","text":"Sunny in %s"}]}}\
            """
                .formatted(answered, city));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
