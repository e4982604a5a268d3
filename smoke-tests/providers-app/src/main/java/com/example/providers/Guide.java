package com.example.providers;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;

/** An agent that needs a tool. */
interface Guide {
  @SystemMessage("You are a guide.")
  String answer(String question);

  @SystemMessage("You are a guide.")
  TokenStream stream(String question);
}
