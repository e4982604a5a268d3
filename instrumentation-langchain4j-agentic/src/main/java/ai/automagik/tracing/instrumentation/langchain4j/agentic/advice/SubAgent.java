package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.agentic.internal.AgentInvoker;
import dev.langchain4j.agentic.scope.AgenticScope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow knows of an agent when it calls it. Read before the span begins, so that nothing
 * can fail between its begin and its end.
 *
 * @param item which item of a collection it is called for; null when there is no collection
 * @param arguments by name, as an attribute's value
 */
record SubAgent(
    Operation operation,
    Method method,
    String name,
    @Nullable String description,
    @Nullable String id,
    @Nullable String type,
    @Nullable String outputKey,
    boolean async,
    @Nullable Long item,
    @Nullable Object arguments) {
  private static final String MAPPER = "dev.langchain4j.agentic.internal.MapperAgentInvoker";

  /**
   * @param call the arguments of {@code AgentInvoker.invoke}: the agent and its arguments; from 1.6
   *     on with the scope before them
   */
  static SubAgent of(AgentInvoker invoker, @Nullable Object[] call) {
    int at = call[0] instanceof AgenticScope ? 1 : 0;
    Object agent = call[at];
    InvocationHandler handler = Handlers.of(agent);
    boolean workflow = Handlers.isWorkflow(handler);
    Method method = invoker.method();
    String name = invoker.name();
    Long item = null;
    if (invoker.getClass().getName().equals(MAPPER)) {
      // Named after the agent and the item; the name of a span is that of the agent.
      int end = name.lastIndexOf('_');
      item = Long.valueOf(name.substring(end + 1));
      name = name.substring(0, end);
    }
    @Nullable Object[] arguments =
        at == 0 ? (Object[]) call[1] : InvocationArguments.positional(call[2]);
    return new SubAgent(
        workflow
            ? Operation.INVOKE_WORKFLOW
            : Handlers.isRemote(handler) ? Operation.INVOKE_REMOTE_AGENT : Operation.INVOKE_AGENT,
        method,
        handler != null && workflow ? Workflow.name(name, method, Topology.of(handler)) : name,
        Workflow.said(invoker.description()),
        Versions.HAS_INSTANCES ? invoker.agentId() : null,
        workflow ? null : Handlers.agentType(agent, handler),
        Versions.outputKey(invoker),
        Versions.HAS_ASYNC && invoker.async(),
        item,
        AgentMethod.of(method).arguments(arguments));
  }

  /** Begins the span of the call. */
  @Nullable ActiveSpan start() {
    ActiveSpan span = Tracer.start(operation);
    if (span != null) {
      span.begunFor(method);
      span.set(Attribute.FRAMEWORK, Workflow.FRAMEWORK);
      Attribute target = operation.target();
      if (target != null) {
        span.set(target, name);
      }
      span.set(Attribute.AGENT_DESCRIPTION, description);
      span.set(Attribute.AGENT_ID, id);
      span.set(Attribute.AGENT_TYPE, type);
      span.set(Attribute.AGENT_OUTPUT_KEY, outputKey);
      span.set(Attribute.AGENT_ASYNC, async ? Boolean.TRUE : null);
      span.set(Attribute.AGENT_ITEM, (Object) item);
      span.set(Attribute.AGENT_ARGUMENTS, arguments);
    }
    return span;
  }
}
