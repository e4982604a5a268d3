package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import ai.automagik.tracing.instrumentation.http.WatchedInputStream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.utils.Pair;

/**
 * Around the step in which a synchronous client of AWS makes one HTTP request, by whatever HTTP
 * client it was given. Of an LLM call the bodies are watched; the request was signed before, and
 * what follows gets it back as it was.
 */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @ToArguments(@ToArgument(value = 0, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(0) SdkHttpFullRequest request) {
    Sending sending = Requests.begin(request);
    if (sending == null) {
      return null;
    }
    HttpCall call = sending.call();
    ContentStreamProvider body = request.contentStreamProvider().orElse(null);
    SdkHttpFullRequest sent =
        call == null || body == null
            ? request
            : request.toBuilder().contentStreamProvider(new SentStream(body, call)).build();
    return new Object[] {sending, sent, request};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Enter Object @Nullable [] entered,
      @Advice.Return @Nullable Pair<SdkHttpFullRequest, SdkHttpFullResponse> answered,
      @Advice.Thrown @Nullable Throwable error) {
    HttpCall call = entered != null && entered[0] instanceof Sending sending ? sending.end() : null;
    if (entered == null || call == null) {
      return null;
    }
    if (answered == null) {
      call.ended(error);
      return null;
    }
    SdkHttpFullRequest request =
        answered.left() == entered[1] ? (SdkHttpFullRequest) entered[2] : answered.left();
    return Pair.of(request, watched(answered.right(), call));
  }

  private static SdkHttpFullResponse watched(SdkHttpFullResponse response, HttpCall call) {
    if (!call.responseBegins(
        response.statusCode(), name -> response.firstMatchingHeader(name).orElse(null))) {
      return response;
    }
    AbortableInputStream body = response.content().orElse(null);
    if (body == null) {
      call.ended(null);
      return response;
    }
    WatchedInputStream watched = new WatchedInputStream(body, call, body, length(response));
    return response.toBuilder().content(AbortableInputStream.create(watched, body)).build();
  }

  private static long length(SdkHttpFullResponse response) {
    try {
      return response.firstMatchingHeader("Content-Length").map(Long::valueOf).orElse(-1L);
    } catch (NumberFormatException unknown) {
      return -1;
    }
  }
}
