package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Options;
import java.util.ArrayList;
import java.util.List;

/** What the user says about HTTP requests. Set once, when the agent begins to trace. */
public final class HttpSettings {
  private static volatile List<String> added = List.of();

  private static volatile boolean everyRequest;

  private HttpSettings() {}

  /**
   * Takes over the settings. What is wrong with one leaves out no other.
   *
   * @return what the user must mend, a line each
   */
  public static List<String> apply(Config config) {
    everyRequest = "all".equals(config.setting(Options.HTTP_SPANS).value());
    List<String> entries = config.setting(Options.HTTP_LLM_ENDPOINTS).value();
    if (entries == null) {
      return List.of();
    }
    List<String> usable = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String entry : entries) {
      String problem = LlmEndpoints.problem(entry);
      if (problem == null) {
        usable.add(entry);
      } else {
        problems.add(
            config.setting(Options.HTTP_LLM_ENDPOINTS).source()
                + ": "
                + problem
                + "; it is left out");
      }
    }
    added = List.copyOf(usable);
    return problems;
  }

  /** Whether requests that are no calls of models are traced too. */
  static boolean everyRequest() {
    return everyRequest;
  }

  static LlmEndpoints llmEndpoints() {
    return Table.ALL;
  }

  /** Read with the first request. */
  private static final class Table {
    static final LlmEndpoints ALL = LlmEndpoints.read(added);
  }
}
