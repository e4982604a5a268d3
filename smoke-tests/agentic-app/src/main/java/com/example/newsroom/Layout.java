package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.service.V;

/** An agent without a model. */
public final class Layout {

  /** Something that nobody should ask for its text. */
  public static final class Proof {
    @Override
    public String toString() {
      throw new IllegalStateException("A proof is no text");
    }
  }

  @Agent(name = "layout", description = "Puts the page together")
  public String arrange(
      @V("headline") String headline, @V("article") String article, AgenticScope scope) {
    String page = headline + "\n" + article;
    scope.writeState("page", page);
    scope.writeState("proof", new Proof());
    return page;
  }
}
