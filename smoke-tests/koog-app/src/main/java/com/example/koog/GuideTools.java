package com.example.koog;

import ai.koog.agents.core.tools.annotations.LLMDescription;
import ai.koog.agents.core.tools.annotations.Tool;
import ai.koog.agents.core.tools.reflect.ToolSet;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.executor.clients.openai.OpenAIModels;
import ai.koog.prompt.executor.model.PromptExecutor;

/** What a guide can do; it asks the model itself. */
@LLMDescription("What a guide can do")
public final class GuideTools implements ToolSet {
  private final PromptExecutor executor;

  GuideTools(PromptExecutor executor) {
    this.executor = executor;
  }

  /** Tells the weather. */
  @Tool(customName = "get_weather")
  @LLMDescription("Tells the weather")
  public String weather(@LLMDescription("Where") String city) {
    Prompt question = Prompt.builder("weather").user("What is it like in " + city + "?").build();
    return executor.execute(question, OpenAIModels.Chat.GPT4oMini).textContent();
  }

  /** Never works with anything. */
  @Tool(customName = "broken")
  @LLMDescription("Never works")
  public String broken(@LLMDescription("How many") int count) {
    if (count > 0) {
      throw new IllegalArgumentException("no such thing");
    }
    return "nothing";
  }
}
