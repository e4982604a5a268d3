package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.agent.ErrorContext;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.declarative.ActivationCondition;
import dev.langchain4j.agentic.declarative.ConditionalAgent;
import dev.langchain4j.agentic.declarative.ErrorHandler;
import dev.langchain4j.agentic.declarative.ExitCondition;
import dev.langchain4j.agentic.declarative.LoopAgent;
import dev.langchain4j.agentic.declarative.SequenceAgent;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** A workflow that is all annotations. */
public interface StoryDesk {

  @SequenceAgent(
      name = "story-desk",
      outputKey = "story",
      subAgents = {StoryWriter.class, StoryLoop.class, StoryCheck.class})
  ResultWithAgenticScope<String> make(@V("topic") String topic, @V("category") Category category);

  @ErrorHandler
  static ErrorRecoveryResult recover(ErrorContext error) {
    return ErrorRecoveryResult.throwException();
  }

  /** Writes. */
  interface StoryWriter {
    @UserMessage("Write an article on {{topic}}.")
    @Agent(description = "Writes a story", outputKey = "story")
    String writeStory(@V("topic") String topic);
  }

  /** Scores, and improves what is not good enough. */
  interface StoryLoop {
    @LoopAgent(
        name = "polish",
        outputKey = "story",
        maxIterations = 3,
        subAgents = {StoryScorer.class, StoryEditor.class})
    String polish(@V("story") String story);

    @ExitCondition
    static boolean good(@V("score") double score) {
      return score >= 0.8;
    }
  }

  /** Scores. */
  interface StoryScorer {
    @UserMessage("Score this article from 0.0 to 1.0: {{story}}")
    @Agent(description = "Scores a story", outputKey = "score")
    double scoreStory(@V("story") String story);
  }

  /** Improves. */
  interface StoryEditor {
    @UserMessage("Improve this article: {{story}}")
    @Agent(description = "Improves a story", outputKey = "story")
    String editStory(@V("story") String story);
  }

  /** Chooses who checks. */
  interface StoryCheck {
    @ConditionalAgent(
        name = "check",
        outputKey = "remarks",
        subAgents = {SportsCheck.class, EconomyCheck.class})
    String check(@V("story") String story);

    @ActivationCondition(SportsCheck.class)
    static boolean sports(@V("category") Category category) {
      return category == Category.SPORT;
    }

    @ActivationCondition(EconomyCheck.class)
    static boolean economy(@V("category") Category category) {
      return category == Category.ECONOMY;
    }
  }

  /** Checks sports. */
  interface SportsCheck {
    @UserMessage("Check the results in: {{story}}")
    @Agent(description = "Checks sports results", outputKey = "remarks")
    String checkSports(@V("story") String story);
  }

  /** Checks economy. */
  interface EconomyCheck {
    @UserMessage("Check the figures in: {{story}}")
    @Agent(description = "Checks economic figures", outputKey = "remarks")
    String checkEconomy(@V("story") String story);
  }
}
