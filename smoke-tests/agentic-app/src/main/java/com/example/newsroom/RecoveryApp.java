package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.service.V;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Agents that fail: called again, and not handled at all. */
public final class RecoveryApp {

  private RecoveryApp() {}

  /** Fails every other time. */
  public static final class Press {
    private boolean warm;

    @Agent(name = "press", description = "Prints")
    public String print(@V("page") String page) {
      warm = !warm;
      if (warm) {
        throw new IllegalStateException("The press is cold");
      }
      return "printed " + page;
    }
  }

  /** Fails whenever there is something to do. */
  public static final class Van {
    @Agent(name = "van", description = "Delivers")
    public String deliver(@V("page") String page) {
      if (page.isEmpty()) {
        return "nothing";
      }
      throw new UnsupportedOperationException("The van has no fuel for " + page);
    }
  }

  /** Needs nothing. */
  public static final class Archive {
    @Agent(name = "archive", description = "Keeps a copy")
    public String keep(@V("page") String page) {
      return page + " is kept";
    }
  }

  public static void main(String[] arguments) {
    Map<String, Object> input = Map.of("page", "page 1");
    UntypedAgent retried =
        AgenticServices.loopBuilder()
            .subAgents(new Press(), new Archive())
            .maxIterations(2)
            .errorHandler(error -> ErrorRecoveryResult.retry())
            .build();
    System.out.println(retried.invoke(input));

    UntypedAgent inner = AgenticServices.sequenceBuilder().subAgents(new Van()).build();
    UntypedAgent failing =
        AgenticServices.sequenceBuilder().subAgents(new Archive(), inner, new Press()).build();
    fail(failing, input);

    ExecutorService oneThread = Executors.newSingleThreadExecutor();
    UntypedAgent beside =
        Builders.threads(AgenticServices.parallelBuilder(), oneThread)
            .subAgents(new Archive(), new Van())
            .build();
    fail(beside, input);
    oneThread.shutdown();
  }

  private static void fail(UntypedAgent agent, Map<String, Object> input) {
    try {
      System.out.println("not expected: " + agent.invoke(input));
    } catch (RuntimeException e) {
      for (Throwable each = e; each != null; each = each.getCause()) {
        System.out.println(each.getClass().getName() + ": " + each.getMessage());
      }
    }
  }
}
