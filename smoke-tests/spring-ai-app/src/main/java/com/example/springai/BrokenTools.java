package com.example.springai;

import org.springframework.ai.tool.annotation.Tool;

/** What does not work when a model asks for it. */
final class BrokenTools {
  @Tool(name = "broken", description = "Does not work")
  String broken(String city) {
    if (!city.isEmpty()) {
      throw new IllegalStateException("No " + city + " today");
    }
    return city;
  }
}
