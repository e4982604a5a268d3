package com.example.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.LoopAgent;
import com.google.adk.agents.ParallelAgent;
import com.google.adk.agents.SequentialAgent;
import com.google.adk.tools.AgentTool;
import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.GenerateContentConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Agents of the Agent Development Kit with a model of the program's own. */
public final class GuideApp {
  private GuideApp() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    BaseAgent guide = guide();
    Talk.with(guide, "How is the weather?").print();
    Talk.with(guide, "Hello").print();
    Talk.withStream(guide, "Tell me").print();
    System.out.println(Talk.withStream(guide, "Tell me less").events().blockingFirst().author());
    GuideModel.REST.onComplete(); // the framework goes on with a model call that nobody waits for
    Talk.with(guide, "Use what is broken").print();
    Talk.with(guide, "Please fail").print();
    Talk.with(guide, "Please throw").print();
    Talk.with(guide, "Please ask somebody").print();

    Talk tour = Talk.with(tour(), "Plan a day");
    System.out.println("prepared");
    tour.print();
    System.exit(0); // schedulers outlive the program
  }

  private static BaseAgent guide() throws ReflectiveOperationException {
    return Build.of(
        LlmAgent.class,
        LlmAgent.builder(),
        "name",
        "guide",
        "description",
        "Knows Lisbon",
        "instruction",
        "Be brief.",
        "model",
        new GuideModel(),
        "generateContentConfig",
        GenerateContentConfig.builder().temperature(0.3f).maxOutputTokens(200).build(),
        "tools",
        List.of(
            FunctionTool.create(GuideApp.class, "weather"),
            new BrokenTool(),
            AgentTool.create(agent("expert"))));
  }

  private static BaseAgent tour() throws ReflectiveOperationException {
    GuideModel both = new GuideModel(2);
    return Build.of(
        SequentialAgent.class,
        SequentialAgent.builder(),
        "name",
        "tour",
        "subAgents",
        List.of(
            agent("planner"),
            Build.of(
                LoopAgent.class,
                LoopAgent.builder(),
                "name",
                "polish",
                "maxIterations",
                2,
                "subAgents",
                List.of(agent("critic"))),
            Build.of(
                ParallelAgent.class,
                ParallelAgent.builder(),
                "name",
                "leaflets",
                "subAgents",
                List.of(agent("english", both), agent("portuguese", both)))));
  }

  private static BaseAgent agent(String name) throws ReflectiveOperationException {
    return agent(name, new GuideModel());
  }

  private static BaseAgent agent(String name, GuideModel model)
      throws ReflectiveOperationException {
    return Build.of(
        LlmAgent.class,
        LlmAgent.builder(),
        "name",
        name,
        "description",
        "Works as " + name,
        "model",
        model);
  }

  /** Tells the weather. */
  @Schema(name = "weather", description = "Tells the weather")
  public static Map<String, Object> weather(
      @Schema(name = "city", description = "Where") String city,
      @Schema(name = "days", description = "How many days") int days) {
    return new TreeMap<>(Map.of("city", city, "forecast", "sunny for " + days + " days"));
  }
}
