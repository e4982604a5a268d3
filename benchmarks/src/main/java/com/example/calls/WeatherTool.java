package com.example.calls;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** Knows the weather of every city. */
public final class WeatherTool {
  @Tool(name = "get_weather", value = "Returns the weather of a city")
  public String getWeather(@P("name of the city") String city) {
    return "{\"city\":\"" + city + "\",\"sky\":\"clear\",\"celsius\":24}";
  }
}
