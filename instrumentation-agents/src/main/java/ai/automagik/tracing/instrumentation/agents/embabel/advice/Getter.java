package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What advice asks Embabel's objects for. By reflection, because Embabel is compiled for a newer
 * Java than the agent is. A method that a version lacks, or that fails, tells nothing.
 */
enum Getter {
  PROCESS_AGENT("com.embabel.agent.core.AgentProcess", "getAgent"),
  PROCESS_ID("com.embabel.agent.core.AgentProcess", "getId"),
  PROCESS_OPTIONS("com.embabel.agent.core.AgentProcess", "getProcessOptions"),
  PROCESS_STATUS("com.embabel.agent.core.AgentProcess", "getStatus"),
  PROCESS_GOAL("com.embabel.agent.core.AgentProcess", "getGoal"),
  PROCESS_FAILURE("com.embabel.agent.core.AgentProcess", "getFailureInfo"),
  PROCESS_BLACKBOARD("com.embabel.agent.core.AgentProcess", "getBlackboard"),
  OBJECTS("com.embabel.agent.core.Blackboard", "getObjects"),
  BINDINGS("com.embabel.agent.core.Blackboard", "expressionEvaluationModel"),
  LAST_RESULT("com.embabel.agent.core.Blackboard", "lastResult"),
  CONTEXT_ID("com.embabel.agent.core.ProcessOptions", "getContextIdString"),
  PLANNER("com.embabel.agent.core.ProcessOptions", "getPlannerType"),
  PLANNER_NEEDS_GOALS("com.embabel.agent.api.common.PlannerType", "getNeedsGoals"),
  AGENT_NAME("com.embabel.agent.core.Agent", "getName"),
  AGENT_DESCRIPTION("com.embabel.agent.core.Agent", "getDescription"),
  GOAL_NAME("com.embabel.plan.Goal", "getName"),
  TERMINATION_IS_ERROR("com.embabel.agent.core.EarlyTermination", "getError"),
  TERMINATION_REASON("com.embabel.agent.core.EarlyTermination", "getReason"),
  USER_SAID("com.embabel.agent.domain.io.UserInput", "getContent"),
  ACTION_NAME("com.embabel.agent.core.Action", "shortName"),
  ACTION_DESCRIPTION("com.embabel.agent.core.Action", "getDescription"),
  ACTION_STATUS("com.embabel.agent.core.ActionStatus", "getStatus"),
  TOOL_DEFINITION("com.embabel.agent.api.tool.Tool", "getDefinition"),
  TOOL_NAME("com.embabel.agent.api.tool.Tool$Definition", "getName"),
  TOOL_DESCRIPTION("com.embabel.agent.api.tool.Tool$Definition", "getDescription"),
  CALL_ID("com.embabel.chat.ToolCall", "getId"),
  CALL_NAME("com.embabel.chat.ToolCall", "getName"),
  CALL_ARGUMENTS("com.embabel.chat.ToolCall", "getArguments"),
  RESULT_TEXT("com.embabel.agent.api.tool.Tool$Result$Text", "getContent"),
  RESULT_OF_ARTIFACT("com.embabel.agent.api.tool.Tool$Result$WithArtifact", "getContent"),
  RESULT_ERROR("com.embabel.agent.api.tool.Tool$Result$Error", "getMessage"),
  RESULT_CAUSE("com.embabel.agent.api.tool.Tool$Result$Error", "getCause");

  private final String type;
  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // nobody makes it accessible
  private final @Nullable Method method;

  Getter(String type, String name) {
    this.type = type;
    this.name = name;
    this.method = find(type, name);
  }

  /** The class or interface that has the method, or inherits it. */
  String type() {
    return type;
  }

  String method() {
    return name;
  }

  /** Beside the advice are the types of the application that it is linked in, and no others. */
  private static @Nullable Method find(String type, String name) {
    try {
      return Class.forName(type, false, Getter.class.getClassLoader()).getMethod(name);
    } catch (ReflectiveOperationException | LinkageError otherVersion) {
      return null;
    }
  }

  /** What an object answers; null when it is none of those that have the method. */
  @Nullable Object of(@Nullable Object target) {
    Method known = method;
    if (known == null || !known.getDeclaringClass().isInstance(target)) {
      return null;
    }
    try {
      return known.invoke(target);
    } catch (ReflectiveOperationException | RuntimeException unanswered) {
      return null;
    }
  }

  /** The text that an object answers; null when it has none. */
  @Nullable String text(@Nullable Object target) {
    return of(target) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** The name of the constant that an object answers, in lower case; null when it has none. */
  @Nullable String constant(@Nullable Object target) {
    return of(target) instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : null;
  }
}
