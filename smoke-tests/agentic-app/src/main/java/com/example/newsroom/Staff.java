package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** The agents that are models. */
public final class Staff {

  private Staff() {}

  public interface Writer {
    @UserMessage("Write an article of {{words}} words about {{topic}}.")
    @Agent(name = "writer", description = "Writes the first draft")
    String write(@V("topic") String topic, @V("words") int words);
  }

  public interface Scorer {
    @UserMessage("Score this article from 0.0 to 1.0: {{article}}")
    @Agent("Scores an article")
    double score(@V("article") String article);
  }

  public interface Editor {
    @UserMessage("Improve this article: {{article}}")
    @Agent("Improves an article")
    String edit(@V("article") String article);
  }

  public interface SportsDesk {
    @UserMessage("Check the results in: {{article}}")
    @Agent("Checks sports results")
    String checkResults(@V("article") String article);
  }

  public interface EconomyDesk {
    @UserMessage("Check the figures in: {{article}}")
    @Agent("Checks economic figures")
    String checkFigures(@V("article") String article);
  }

  public interface Headline {
    @UserMessage("Find a headline for: {{article}}")
    @Agent("Finds a headline")
    String headline(@V("article") String article);
  }

  public interface Teaser {
    @UserMessage("Write a teaser for: {{article}}")
    @Agent("Writes a teaser")
    String tease(@V("article") String article);
  }
}
