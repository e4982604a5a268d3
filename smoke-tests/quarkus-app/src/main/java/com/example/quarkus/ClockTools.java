package com.example.quarkus;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;

/** A clock that stands still. */
@ApplicationScoped
public class ClockTools {

  @Tool(name = "get_time", value = "Returns the local time of a city")
  public String getTime(@P("name of the city") String city) {
    return "{\"city\":\"" + city + "\",\"time\":\"10:15\"}";
  }
}
