package com.example.travel;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;

/** Plans a trip with the help of tools. */
public interface Planner {

  @SystemMessage(
      """
      You are a travel planner. Look up the weather and a hotel with the tools before you answer, \
      and state prices in the currency of the traveller. Answer with one line per day.""")
  String plan(@MemoryId String tripId, @UserMessage String wish);
}
