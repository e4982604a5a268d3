package com.example.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.zip.GZIPInputStream;

/** What the programs ask, and how they read what comes back. Stateless. */
final class Requests {
  private Requests() {}

  static byte[] chat(String question) {
    return json(question, false, "");
  }

  static byte[] stream(String question) {
    return json(question, true, "");
  }

  /** Close to a megabyte, most of which is of no interest to anybody. */
  static byte[] large(String question) {
    return json(question, false, ",\"metadata\":{\"padding\":\"" + "x".repeat(1_000_000) + "\"}");
  }

  private static byte[] json(String question, boolean stream, String more) {
    String json =
        "{\"model\":\"gpt-4o-mini\",\"stream\":%s%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(stream, more, question);
    return json.getBytes(UTF_8);
  }

  /** The text of an answer. */
  static String content(String answer) {
    int begin = answer.indexOf("\"content\":\"") + 11;
    return answer.substring(begin, answer.indexOf('"', begin));
  }

  static String text(InputStream body) throws IOException {
    try (body) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  static String inflated(InputStream body) throws IOException {
    return text(new GZIPInputStream(body));
  }

  /** Reads a stream of events, each as it comes. */
  static int countEvents(InputStream body) throws IOException {
    int events = 0;
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events += line.startsWith("data:") ? 1 : 0;
      }
    }
    return events;
  }
}
