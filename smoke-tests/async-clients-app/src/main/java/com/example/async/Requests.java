package com.example.async;

/** What the programs ask, and what they take from the answers. Stateless. */
final class Requests {
  /** What the programs answer where they are the server. */
  static final String ANSWER =
      "{\"id\":\"chatcmpl-h2\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"message\":{\"role\":"
          + "\"assistant\",\"content\":\"By two.\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":3}}";

  private Requests() {}

  static String json(String question, boolean stream) {
    return "{\"model\":\"gpt-4o-mini\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(stream, question);
  }

  /** Close to a megabyte, most of which is of no interest to anybody. */
  static String large(String question) {
    String padding = ",\"metadata\":{\"padding\":\"" + "x".repeat(1_000_000) + "\"}}";
    return json(question, false).replaceAll("}$", padding);
  }

  /** The text of an answer. */
  static String content(String answer) {
    int begin = answer.indexOf("\"content\":\"") + 11;
    return answer.substring(begin, answer.indexOf('"', begin));
  }

  /** How many events of a stream have come. */
  static int events(CharSequence text) {
    return text.toString().split("\n\n", -1).length - 1;
  }
}
