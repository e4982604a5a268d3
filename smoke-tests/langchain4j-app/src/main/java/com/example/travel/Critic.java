package com.example.travel;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** Reviews a plan before it is booked. */
public interface Critic {

  @SystemMessage(
      """
      You are a critic of travel plans. Name what is good, what should change and why, and end \
      with a verdict from 1 to 10.""")
  @UserMessage("Review this plan:\n\n{{plan}}")
  String review(@V("plan") String plan);
}
