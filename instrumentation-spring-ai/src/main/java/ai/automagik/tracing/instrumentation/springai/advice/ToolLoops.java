package ai.automagik.tracing.instrumentation.springai.advice;

import java.lang.reflect.Method;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/** Whether models call tools themselves, and which of their methods is then one call of a model. */
final class ToolLoops {
  /** Since 2.0 it is the chat client that calls tools. */
  private static final boolean IN_MODELS =
      has(ToolCallingChatOptions.class, "isInternalToolExecutionEnabled");

  private static final ClassValue<Boolean> CALLS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> model) {
          return has(model, "internalCall");
        }
      };

  private static final ClassValue<Boolean> STREAMS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> model) {
          return has(model, "internalStream");
        }
      };

  private ToolLoops() {}

  /** Whether a model has a method of its own for one call, which may come again after tools. */
  static boolean hasInternalCall(Object model) {
    return CALLS.get(model.getClass());
  }

  /** The same for calls that are streamed. */
  static boolean hasInternalStream(Object model) {
    return STREAMS.get(model.getClass());
  }

  /** Whether a model calls the tools that it asks for. */
  static boolean runs(Object model, Prompt prompt) {
    if (!IN_MODELS) {
      return false;
    }
    ChatOptions asked = prompt.getOptions();
    if (offersTools(asked)) {
      return ToolCallingChatOptions.isInternalToolExecutionEnabled(asked);
    }
    return model instanceof ChatModel chat
        && offersTools(chat.getDefaultOptions())
        && (asked == null || ToolCallingChatOptions.isInternalToolExecutionEnabled(asked));
  }

  private static boolean offersTools(ChatOptions options) {
    return options instanceof ToolCallingChatOptions tools
        && (!isEmpty(tools.getToolCallbacks()) || !isEmpty(tools.getToolNames()));
  }

  private static boolean isEmpty(java.util.Collection<?> things) {
    return things == null || things.isEmpty();
  }

  private static boolean has(Class<?> type, String name) {
    try {
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        for (Method method : each.getDeclaredMethods()) {
          if (method.getName().equals(name)) {
            return true;
          }
        }
      }
    } catch (LinkageError incomplete) {
      // A class that some method names is missing: the outer method counts as the call.
    }
    return false;
  }
}
