package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.Beginning;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlowable;
import com.google.adk.models.BaseLlm;
import com.google.adk.models.LlmRequest;
import io.reactivex.rxjava3.core.Flowable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around a model call: one {@code chat} span for the outermost of the models that pass it on. Some
 * send their request at once and others when somebody subscribes.
 */
final class ModelAdvice {
  private ModelAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This BaseLlm model,
      @Advice.Argument(0) @Nullable LlmRequest request,
      @Advice.Argument(1) boolean streamed) {
    return request == null ? null : ModelCall.begin(model, request, streamed);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This BaseLlm model,
      @Advice.Argument(0) LlmRequest request,
      @Advice.Argument(1) boolean streamed,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object responses,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ModelCall call) {
      call.left();
      if (responses instanceof Flowable<?> flowable) {
        return call.deliveredBy(
            new TracedFlowable(
                flowable, new Beginning(call, () -> ModelCall.again(model, request, streamed))));
      }
      if (error != null) {
        call.failed(error);
      } else {
        call.completed();
      }
    }
    return responses;
  }
}
