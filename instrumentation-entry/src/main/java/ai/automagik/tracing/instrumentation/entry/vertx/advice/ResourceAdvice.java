package ai.automagik.tracing.instrumentation.entry.vertx.advice;

import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Around each step of Quarkus REST towards the answer to a request. Vert.x knows all of its
 * resources as one route, and some of the steps are on threads in pools that nothing follows.
 */
final class ResourceAdvice {
  private ResourceAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This(typing = Assigner.Typing.DYNAMIC) Object step) {
    if (!(step instanceof VertxResteasyReactiveRequestContext request)) {
      return null;
    }
    RuntimeResource resource = request.getTarget();
    ServedRequest served =
        VertxRequest.at(request.getContext(), resource == null ? null : template(resource));
    return served == null ? null : Tracer.resume(served.span());
  }

  private static String template(RuntimeResource resource) {
    URITemplate ofClass = resource.getClassPath();
    String path = resource.getPath().template;
    return ofClass == null ? path : ofClass.template.concat(path);
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
    }
  }
}
