package com.example.okhttp;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The chat endpoint of one server, and the client that calls it. */
record Endpoint(OkHttpClient client, String baseUrl) {
  static final MediaType JSON = MediaType.get("application/json");

  Request chat(String question) {
    return post("/chat/completions", body(question, false));
  }

  Request stream(String question) {
    return post("/chat/completions", body(question, true));
  }

  @SuppressWarnings("deprecation") // the only way to make a body that every version has
  Request post(String path, String json) {
    return new Request.Builder()
        .url(baseUrl + path)
        .header("Authorization", "Bearer secret")
        .post(RequestBody.create(JSON, json))
        .build();
  }

  static String body(String question, boolean stream) {
    return "{\"model\":\"gpt-4o-mini\",\"temperature\":0.5,"
        + (stream ? "\"stream\":true,\"stream_options\":{\"include_usage\":true}," : "")
        + "\"messages\":[{\"role\":\"user\",\"content\":\""
        + question
        + "\"}]}";
  }

  Response execute(Request request) throws IOException {
    return client.newCall(request).execute();
  }

  Endpoint with(OkHttpClient other) {
    return new Endpoint(other, baseUrl);
  }
}
