package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;

/** A whole newsroom behind one method. */
public interface NewsDesk {

  @Agent(name = "news-desk", description = "Makes a page of the newspaper")
  String publish(
      @MemoryId String edition,
      @V("topic") String topic,
      @V("category") Category category,
      @V("words") int words);
}
