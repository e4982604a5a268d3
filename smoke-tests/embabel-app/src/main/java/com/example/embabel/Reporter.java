package com.example.embabel;

import com.embabel.agent.api.annotation.AchievesGoal;
import com.embabel.agent.api.annotation.Action;
import com.embabel.agent.api.annotation.Agent;
import com.embabel.agent.api.annotation.LlmTool;
import com.embabel.agent.api.common.OperationContext;
import com.embabel.agent.core.ActionRetryPolicy;
import com.embabel.agent.domain.io.UserInput;

/** Writes an article about what the user asks, with the help of tools. */
@Agent(name = "reporter", description = "Writes about the weather")
final class Reporter {
  record Draft(String text) {}

  record Article(String text) {}

  /** What the model may call. */
  public static final class Tools {
    @LlmTool(description = "Tells the weather")
    public String weather(String city) {
      return "sunny in " + city;
    }

    @LlmTool(description = "Is broken")
    public String broken(String city) {
      throw new IllegalArgumentException("no such thing in " + city);
    }
  }

  @Action(description = "Asks around", actionRetryPolicy = ActionRetryPolicy.FIRE_ONCE)
  public Draft draft(UserInput asked, OperationContext context) {
    return new Draft(
        context.ai().withDefaultLlm().withToolObject(new Tools()).generateText(asked.getContent()));
  }

  @Action
  @AchievesGoal(description = "There is an article")
  public Article publish(Draft draft, OperationContext context) {
    return new Article(context.ai().withDefaultLlm().generateText("Print: " + draft.text()));
  }
}
