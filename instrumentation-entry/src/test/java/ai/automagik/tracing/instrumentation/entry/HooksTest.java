package ai.automagik.tracing.instrumentation.entry;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest version of each server and command line. */
final class HooksTest extends HooksRules {
  HooksTest() {
    super(
        "io.quarkus.resteasy.reactive.server.runtime.QuarkusResteasyReactiveRequestContext"
            + "#invokeHandler",
        "io.vertx.core.http.impl.WebSocketImplBase#receiveFrame",
        "io.vertx.core.impl.ContextInternal#executeBlocking",
        "org.springframework.shell.command.CommandExecution$DefaultCommandExecution#evaluate");
  }
}
