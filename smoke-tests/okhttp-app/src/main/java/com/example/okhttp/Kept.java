package com.example.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls by a client that keeps the answers that it may keep: those of models only when it is told
 * to, as 5 can be.
 */
final class Kept {
  private static final byte[] ANSWER =
      ("{\"id\":\"chatcmpl-kept\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"message\":{\"role\":"
              + "\"assistant\",\"content\":\"Keep this.\"},\"finish_reason\":\"stop\"}],"
              + "\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2}}")
          .getBytes(UTF_8);

  private Kept() {}

  static void run(OkHttpClient usual) throws IOException, ReflectiveOperationException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", Kept::answer);
    server.start();
    Path folder = Files.createTempDirectory("kept");
    Cache cache = new Cache(folder.toFile(), 1L << 20);
    try {
      Endpoint endpoint =
          new Endpoint(
              usual.newBuilder().cache(cache).build(),
              "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
      Request get = new Request.Builder().url(endpoint.baseUrl() + "/chat/completions").build();
      ask(endpoint, get);
      ask(endpoint, get);
      ask(endpoint, endpoint.chat("May this be kept?"));
      ask(endpoint, endpoint.chat("May this be kept?"));
      ask(endpoint, keepable(endpoint.chat("Is it the same?"), endpoint.baseUrl() + "/same"));
      ask(endpoint, keepable(endpoint.chat("Is it the same?"), endpoint.baseUrl() + "/same"));
      Request keptOnly =
          endpoint.chat("Was it?").newBuilder().cacheControl(CacheControl.FORCE_CACHE).build();
      ask(endpoint, keptOnly);
      System.out.println("from the cache: " + cache.hitCount());
    } finally {
      cache.delete();
      Files.delete(folder);
      server.stop(0);
    }
  }

  /** The answer is kept as if it were one of another URL. */
  private static Request keepable(Request request, String url) throws ReflectiveOperationException {
    Method override;
    try {
      override = Request.Builder.class.getMethod("cacheUrlOverride", HttpUrl.class);
    } catch (NoSuchMethodException older) {
      return request;
    }
    return ((Request.Builder) override.invoke(request.newBuilder(), HttpUrl.get(url))).build();
  }

  private static void ask(Endpoint endpoint, Request request) throws IOException {
    try (Response response = endpoint.execute(request)) {
      System.out.println(
          response.code()
              + " "
              + response.body().string().length()
              + ", of the network: "
              + (response.networkResponse() != null)
              + ", of the cache: "
              + (response.cacheResponse() != null));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }
}
