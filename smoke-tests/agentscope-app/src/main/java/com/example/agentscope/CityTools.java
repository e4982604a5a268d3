package com.example.agentscope;

import io.agentscope.core.tool.Tool;
import io.agentscope.core.tool.ToolParam;

/** What agents of the program can do. */
public final class CityTools {
  /** Tells the weather. */
  @Tool(name = "weather", description = "Tells the weather")
  public String weather(@ToolParam(name = "city", description = "Where") String city) {
    return "sunny in " + city;
  }

  /** Knows numbers only. */
  @Tool(name = "broken", description = "Counts")
  public String broken(@ToolParam(name = "city", description = "Where") String city) {
    return "number " + Integer.parseInt(city);
  }
}
