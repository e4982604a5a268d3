package com.example.calls;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;

/** An agent with a tool. */
interface Assistant {
  @SystemMessage(
      """
      You are a travel planner. Look up the weather with the tool before you answer, and state \
      prices in the currency of the traveller. Answer with one line per day.""")
  String answer(@UserMessage String question);
}
