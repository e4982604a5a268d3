package com.example.embabel;

import com.embabel.agent.api.annotation.AchievesGoal;
import com.embabel.agent.api.annotation.Action;
import com.embabel.agent.api.annotation.Agent;
import com.embabel.agent.api.annotation.RunSubagent;
import com.embabel.agent.core.hitl.WaitFor;
import com.embabel.agent.domain.io.UserInput;

/** Has another agent write, and asks somebody whether that may be printed. */
@Agent(name = "editor", description = "Lets others write")
final class Editor {
  record Approved(String text) {}

  @Action
  public Reporter.Article assign(UserInput asked) {
    return RunSubagent.fromAnnotatedInstance(new Reporter(), Reporter.Article.class);
  }

  @Action
  public Approved ask(Reporter.Article article) {
    return WaitFor.confirmation(new Approved(article.text()), "Print it?");
  }

  @Action
  @AchievesGoal(description = "It is printed")
  public String print(Approved approved) {
    return "Printed: " + approved.text();
  }
}
