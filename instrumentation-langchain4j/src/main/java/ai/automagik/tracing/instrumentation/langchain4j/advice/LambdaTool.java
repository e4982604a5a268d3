package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;

/** A tool that is a lambda, with a span around it. As thread-safe as the lambda. */
final class LambdaTool implements ToolExecutor {
  private final ToolExecutor lambda;

  LambdaTool(ToolExecutor lambda) {
    this.lambda = lambda;
  }

  @Override
  public String execute(ToolExecutionRequest request, Object memoryId) {
    ActiveSpan span = Tools.start(request);
    if (span == null) {
      return lambda.execute(request, memoryId);
    }
    String result = null;
    Throwable thrown = null;
    try {
      result = lambda.execute(request, memoryId);
      return result;
    } catch (RuntimeException | Error failure) {
      thrown = failure;
      throw failure;
    } finally {
      Tools.end(span, result, thrown);
    }
  }
}
