package com.example.providers;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** The one tool of this program. */
final class Weather {
  @Tool(name = "get_weather", value = "Tells the weather of a city")
  String of(@P("the city") String city) {
    return "18 degrees and sunny in " + city;
  }
}
