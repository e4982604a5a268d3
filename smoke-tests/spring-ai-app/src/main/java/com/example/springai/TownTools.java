package com.example.springai;

import org.springframework.ai.tool.annotation.Tool;

/** What a model may ask for. */
final class TownTools {
  @Tool(name = "weather", description = "The weather of a city")
  String weather(String city) {
    return "Fine in " + city;
  }
}
