package com.example.springboot;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.spring.AiService;

/** Tells the time of a city: at once, or piece by piece. */
@AiService
public interface Assistant {

  @SystemMessage("You tell the time.")
  String ask(@MemoryId String user, @UserMessage String question);

  TokenStream tell(@MemoryId String user, @UserMessage String question);
}
