package ai.automagik.tracing.instrumentation.http.azure.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * After a request was promised to be sent through a client's pipeline, with its retries: every
 * asynchronous call comes through here once, and begins when somebody subscribes.
 */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) HttpPipelineCallContext context,
      @Advice.Return @Nullable Mono<?> response) {
    HttpRequest request = context.getHttpRequest();
    return response == null || !Requests.callsModel(request)
        ? null
        : new TracedMono(response, () -> Requests.prepare(request));
  }
}
