package com.example.travel;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** A clock that stands still. */
public final class ClockTools {

  @Tool(name = "get_time", value = "Returns the local time of a city")
  public String getTime(@P("name of the city") String city) {
    return "{\"city\":\"" + city + "\",\"time\":\"10:15\"}";
  }
}
