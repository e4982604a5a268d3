package com.example.embabel;

import com.embabel.agent.api.annotation.AchievesGoal;
import com.embabel.agent.api.annotation.Action;
import com.embabel.agent.api.annotation.Agent;
import com.embabel.agent.api.common.OperationContext;
import com.embabel.agent.api.tool.TerminateAgentException;
import com.embabel.agent.api.tool.Tool;
import com.embabel.agent.core.ReplanRequestedException;
import com.embabel.agent.domain.io.UserInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what it is asked, after something went wrong. */
@Agent(name = "clerk", description = "Takes several attempts")
final class Clerk {
  record Form(String text) {}

  private final AtomicInteger attempts = new AtomicInteger();

  @Action
  public Form fill(UserInput asked, OperationContext context) {
    boolean first = attempts.incrementAndGet() == 1;
    switch (asked.getContent()) {
      case "again" -> {
        context.ai().withDefaultLlm().generateText("Attempt " + attempts);
        if (first) {
          throw new UncheckedIOException(new IOException("out of ink")); // others are not repeated
        }
      }
      case "otherwise" -> {
        if (first) {
          throw new ReplanRequestedException("think again");
        }
      }
      case "all" ->
          context.parallelMap(
              List.of("Form?", "Form?"), // in any order
              2,
              form -> context.ai().withDefaultLlm().generateText(form));
      case "poem" -> context.ai().withDefaultLlm().withTool(poet(context)).generateText("A poem?");
      case "enough" -> throw new TerminateAgentException("it is late");
      default -> throw new IllegalStateException("nobody knows how to " + asked.getContent());
    }
    return new Form(asked.getContent());
  }

  /** A tool that asks a model, which asks for tools of its own. */
  private static Tool poet(OperationContext context) {
    return Tool.create(
        "Words-poem",
        "Writes poems",
        asked -> {
          context
              .ai()
              .withDefaultLlm()
              .withToolObject(new Reporter.Tools())
              .generateText("How is the weather?");
          return Tool.Result.error("no rhyme");
        });
  }

  @Action
  @AchievesGoal(description = "The form is filed")
  public String file(Form form) {
    return "Filed: " + form.text();
  }
}
