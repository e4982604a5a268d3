package com.example.async;

/** What the programs ask, and what they take from the answers. Stateless. */
final class Requests {
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
