package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.planner.Action;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.InitPlanningContext;
import dev.langchain4j.agentic.planner.Planner;
import dev.langchain4j.agentic.planner.PlanningContext;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What newer versions add: annotations alone, planners of one's own, humans, agents that nobody
 * waits for, and one agent for each item of a list.
 */
public final class PlannerApp {

  private PlannerApp() {}

  public interface Translator {
    @UserMessage("Translate {{headline}}.")
    @Agent(name = "translator", description = "Translates a headline", outputKey = "translation")
    String translate(@V("headline") String headline);
  }

  /** Calls the agents from the last to the first. */
  public static final class Backwards implements Planner {
    private List<AgentInstance> agents = List.of();
    private int next;

    @Override
    public void init(InitPlanningContext context) {
      agents = context.subagents();
      next = agents.size();
    }

    @Override
    public Action nextAction(PlanningContext context) {
      return next == 0 ? done() : call(agents.get(--next));
    }
  }

  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);
    StoryDesk desk = AgenticServices.createAgenticSystem(StoryDesk.class, model);
    System.out.println(desk.make("the harbour", Category.ECONOMY).result());

    HumanInTheLoop human =
        AgenticServices.humanInTheLoopBuilder()
            .description("Asks the editor in chief")
            .outputKey("approval")
            .responseProvider(scope -> "go ahead with " + scope.readState("page"))
            .build();
    UntypedAgent backwards =
        AgenticServices.plannerBuilder()
            .name("backwards")
            .subAgents(human, new RecoveryApp.Archive())
            .outputKey("approval")
            .planner(Backwards::new)
            .build();
    System.out.println(backwards.invoke(Map.of("page", "page 1")));

    ExecutorService oneThread = Executors.newSingleThreadExecutor();
    Translator translator = AgenticServices.agentBuilder(Translator.class).chatModel(model).build();
    UntypedAgent mapper =
        AgenticServices.parallelMapperBuilder()
            .name("translations")
            .subAgents(translator)
            .itemsProvider("headlines")
            .outputKey("translations")
            .executor(oneThread)
            .build();
    System.out.println(mapper.invoke(Map.of("headlines", List.of("One", "Two"))));

    UntypedAgent impatient =
        AgenticServices.sequenceBuilder()
            .name("impatient")
            .subAgents(new Courier())
            .outputKey("delivery")
            .errorHandler(error -> ErrorRecoveryResult.result("by bicycle"))
            .build();
    System.out.println(impatient.invoke(Map.of("page", "page 1")));
    oneThread.shutdown();
  }

  /** Fails while nobody waits. */
  public static final class Courier {
    @Agent(name = "courier", description = "Delivers", outputKey = "delivery", async = true)
    public String deliver(@V("page") String page) {
      if (page.isEmpty()) {
        return "nothing";
      }
      throw new IllegalStateException("The courier is lost with " + page);
    }
  }
}
