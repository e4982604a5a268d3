package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What agents have in common, by name, without what the library keeps there itself. Stateless. */
final class SharedState {
  private static final String PLANNER_STATE = "__planner_state_";
  private static final String LIBRARY_VALUE = "@";

  private SharedState() {}

  /** The state as an attribute's value. */
  static @Nullable Object of(Map<?, ?> state) {
    Object all = Values.attribute(state);
    if (!(all instanceof Values values && values.tree() instanceof Values.Fields fields)) {
      return all;
    }
    List<String> names = new ArrayList<>(fields.names().size());
    List<Values.Tree> trees = new ArrayList<>(fields.names().size());
    for (int i = 0; i < fields.names().size(); i++) {
      String name = fields.names().get(i);
      if (!name.startsWith(PLANNER_STATE) && !name.startsWith(LIBRARY_VALUE)) {
        names.add(name);
        trees.add(fields.values().get(i));
      }
    }
    return new Values(new Values.Fields(names, trees));
  }
}
