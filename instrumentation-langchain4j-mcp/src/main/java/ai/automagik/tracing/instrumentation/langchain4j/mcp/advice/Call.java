package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method of the client, on the thread that waits in it for answers. Confined to that
 * thread.
 *
 * <p>When the method returns, the last request that it sent is over, whether or not an answer has
 * come: transports never hear that a client has stopped waiting.
 */
final class Call {
  private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

  private final @Nullable Call outer = CURRENT.get();
  private final @Nullable String target;
  private final @Nullable ActiveSpan tool;
  private final boolean ownSpan;
  private @Nullable Exchange exchange;
  private @Nullable CompletableFuture<?> answer;

  private Call(@Nullable String target, @Nullable ActiveSpan tool, boolean ownSpan) {
    this.target = target;
    this.tool = tool;
    this.ownSpan = ownSpan;
  }

  /**
   * Begins a call.
   *
   * @param target the name or address of what is asked for, when the method is given one
   */
  static Call begin(@Nullable String target) {
    Call call = new Call(target, null, false);
    CURRENT.set(call);
    return call;
  }

  /**
   * Begins the call of a tool.
   *
   * @param ownSpan whether its span ends with the call
   */
  static Call beginTool(@Nullable ActiveSpan tool, boolean ownSpan) {
    Call call = new Call(null, tool, ownSpan);
    CURRENT.set(call);
    return call;
  }

  /** The innermost call of this thread; null outside of the client. */
  static @Nullable Call current() {
    return CURRENT.get();
  }

  @Nullable String target() {
    return target;
  }

  /** The span that stands for the tool's execution; null when no tool is called. */
  @Nullable ActiveSpan tool() {
    return tool;
  }

  boolean ownSpan() {
    return ownSpan;
  }

  /** The request that was sent last; null before the first. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** A request is about to be sent. That of the page before, if there is one, has its answer. */
  void sending(Exchange next) {
    settle(null);
    exchange = next;
    answer = null;
  }

  /** The request was sent. */
  void sent(CompletableFuture<?> futureAnswer) {
    answer = futureAnswer;
  }

  /** The method returns. */
  void end(@Nullable Throwable error) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    settle(error);
  }

  private void settle(@Nullable Throwable error) {
    if (exchange == null || answer == null) {
      return;
    }
    if (answer.isDone() && !(Exchange.cause(error) instanceof TimeoutException)) {
      CompletableFuture<?> unused = answer.whenComplete(exchange);
    } else {
      exchange.giveUp(error);
    }
  }
}
