package com.example.embabel;

import com.embabel.agent.api.annotation.AchievesGoal;
import com.embabel.agent.api.annotation.Action;
import com.embabel.agent.api.annotation.Agent;
import com.embabel.agent.api.common.OperationContext;
import com.embabel.agent.api.common.streaming.StreamingPromptRunner.Streaming;
import com.embabel.agent.domain.io.UserInput;
import java.util.List;

/** Has its answer streamed. */
@Agent(name = "caller", description = "Speaks while it thinks")
final class Caller {

  @Action
  @AchievesGoal(description = "All is said")
  public String speak(UserInput asked, OperationContext context) {
    Streaming stream =
        (Streaming) context.ai().withDefaultLlm().withToolObject(new Reporter.Tools()).streaming();
    List<String> words =
        stream.withPrompt(asked.getContent()).generateStream().collectList().block();
    return String.join("", words);
  }
}
