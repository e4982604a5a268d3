package com.example.springboot;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import org.springframework.stereotype.Component;

/** A clock that stands still. */
@Component
public class ClockTools {

  @Tool(name = "get_time", value = "Returns the local time of a city")
  public String getTime(@P("name of the city") String city) {
    return "{\"city\":\"" + city + "\",\"time\":\"10:15\"}";
  }
}
