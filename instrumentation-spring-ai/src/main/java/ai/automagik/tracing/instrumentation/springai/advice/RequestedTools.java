package ai.automagik.tracing.instrumentation.springai.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * The tool calls that are being executed on this thread, of which tools themselves learn no more
 * than the arguments. Immutable; holds texts and nothing of the application's.
 *
 * @param outer those in whose execution these were asked for
 */
record RequestedTools(List<Request> requests, @Nullable RequestedTools outer) {
  private static final ThreadLocal<@Nullable RequestedTools> HERE = new ThreadLocal<>();

  private record Request(String id, String name, String arguments) {}

  /** Begins the execution of what a model has asked for. */
  static RequestedTools enter(ChatResponse response) {
    List<Request> requests = new ArrayList<>();
    for (Generation generation : response.getResults()) {
      for (AssistantMessage.ToolCall call : generation.getOutput().getToolCalls()) {
        requests.add(new Request(call.id(), call.name(), call.arguments()));
      }
    }
    RequestedTools tools = new RequestedTools(requests, HERE.get());
    HERE.set(tools);
    return tools;
  }

  /** All of them have been executed, or one has failed. */
  void leave() {
    if (outer == null) {
      HERE.remove();
    } else {
      HERE.set(outer);
    }
  }

  /**
   * The id of a call; null for one that no model has asked for. Two calls may be alike, so it is
   * the very text of the arguments that tells, and equal text only where there is one of the kind.
   */
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  static @Nullable String id(String name, String arguments) {
    RequestedTools tools = HERE.get();
    String alike = null;
    int count = 0;
    for (int i = 0; tools != null && i < tools.requests.size(); i++) {
      Request request = tools.requests.get(i);
      if (name.equals(request.name)) {
        if (arguments == request.arguments) {
          return request.id;
        }
        alike = request.id;
        count++;
      }
    }
    return count == 1 ? alike : null;
  }
}
