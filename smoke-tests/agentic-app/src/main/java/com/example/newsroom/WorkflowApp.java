package com.example.newsroom;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.model.chat.ChatModel;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A newsroom: a sequence with a loop, a choice, agents beside each other and an agent without a
 * model; then the same without types, and an agent on its own.
 */
public final class WorkflowApp {

  private WorkflowApp() {}

  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);
    ExecutorService oneThread = Executors.newSingleThreadExecutor();
    Staff.Writer writer = agent(Staff.Writer.class, model, "article");

    UntypedAgent review =
        AgenticServices.loopBuilder()
            .subAgents(
                agent(Staff.Scorer.class, model, "score"),
                agent(Staff.Editor.class, model, "article"))
            .maxIterations(5)
            .exitCondition(scope -> scope.readState("score", 0.0) >= 0.8)
            .build();
    UntypedAgent check =
        AgenticServices.conditionalBuilder()
            .subAgents(
                scope -> scope.readState("category") == Category.SPORT,
                agent(Staff.SportsDesk.class, model, "remarks"))
            .subAgents(
                scope -> scope.readState("category") == Category.ECONOMY,
                agent(Staff.EconomyDesk.class, model, "remarks"))
            .build();
    UntypedAgent front =
        Builders.threads(AgenticServices.parallelBuilder(), oneThread)
            .subAgents(
                agent(Staff.Headline.class, model, "headline"),
                agent(Staff.Teaser.class, model, "teaser"))
            .build();
    NewsDesk desk =
        Builders.output(AgenticServices.sequenceBuilder(NewsDesk.class), "page")
            .subAgents(writer, review, check, front, new Layout())
            .build();
    System.out.println(desk.publish("edition-7", "the harbour", Category.ECONOMY, 80));

    UntypedAgent brief =
        Builders.output(AgenticServices.sequenceBuilder(), "headline")
            .subAgents(writer, agent(Staff.Headline.class, model, "headline"))
            .build();
    System.out.println(brief.invoke(Map.of("topic", "the tram", "words", 20)));

    System.out.println(writer.write("the market", 10));
    oneThread.shutdown();
  }

  private static <T> T agent(Class<T> type, ChatModel model, String key) {
    return Builders.output(AgenticServices.agentBuilder(type).chatModel(model), key).build();
  }
}
