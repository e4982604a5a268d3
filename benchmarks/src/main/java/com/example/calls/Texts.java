package com.example.calls;

/** What is said in a call: about 2,000 characters. */
final class Texts {
  static final String SYSTEM = "You are a travel planner. Answer with one line per day. ".repeat(6);
  static final String QUESTION =
      "Plan a day in Lisbon for two people who like food and viewpoints. ".repeat(10);
  static final String ANSWER =
      "Take tram 28 up to Graca, have lunch, and watch the sunset from a viewpoint. ".repeat(13);

  private Texts() {}
}
