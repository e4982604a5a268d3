package com.example.alibaba;

import com.alibaba.cloud.ai.graph.agent.Agent;
import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.LoopAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.ParallelAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.SequentialAgent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.loop.LoopMode;
import com.alibaba.cloud.ai.graph.exception.GraphStateException;
import java.util.List;
import java.util.function.Function;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/**
 * The agents of the program.
 *
 * @param model that they ask
 */
record Agents(ChatModel model) {

  /** Where something is. */
  public record Place(String city) {}

  ReactAgent guide() throws GraphStateException {
    return ReactAgent.builder()
        .name("guide")
        .description("Knows Lisbon")
        .model(model)
        .systemPrompt("Be brief.")
        .tools(
            tool("weather", "Tells the weather", place -> "sunny in " + place.city()),
            tool("broken", "Is broken", Agents::broken))
        .build();
  }

  private static String broken(Place place) {
    if (place.city().length() > 3) {
      throw new IllegalArgumentException("no such thing in " + place.city());
    }
    return place.city();
  }

  private static ToolCallback tool(String name, String description, Function<Place, String> work) {
    return FunctionToolCallback.builder(name, work)
        .description(description)
        .inputType(Place.class)
        .build();
  }

  private Agent worker(String name) throws GraphStateException {
    return ReactAgent.builder()
        .name(name)
        .description("Works as " + name)
        .model(model)
        .instruction("You are the " + name)
        .outputKey(name + "_said")
        .build();
  }

  Agent tour() throws GraphStateException {
    return SequentialAgent.builder()
        .name("tour")
        .description("Plans a day")
        .subAgents(List.of(worker("planner"), worker("critic")))
        .build();
  }

  Agent leaflets() throws GraphStateException {
    return ParallelAgent.builder()
        .name("leaflets")
        .description("Writes leaflets")
        .mergeOutputKey("merged")
        .subAgents(List.of(worker("english"), worker("portuguese")))
        .build();
  }

  Agent polish() throws GraphStateException {
    return LoopAgent.builder()
        .name("polish")
        .description("Polishes")
        .subAgent(worker("editor"))
        .loopStrategy(LoopMode.count(2))
        .build();
  }
}
