package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import java.util.Objects;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After an AI service has found its memory: the memory's own name is the conversation, unless the
 * call named one. What every memory is called that nobody named is no name.
 */
final class ChatMemoryAdvice {
  private static final String UNNAMED = "default";

  private ChatMemoryAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    ActiveSpan agent = Tracer.current(Operation.INVOKE_AGENT);
    return agent == null || namedByTheCall(agent) ? null : agent;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable ChatMemory memory) {
    // The application's own memories may do anything when they are asked.
    if (entered instanceof ActiveSpan agent
        && (memory instanceof MessageWindowChatMemory || memory instanceof TokenWindowChatMemory)) {
      String id = MemoryIds.text(memory.id());
      agent.conversation(UNNAMED.equals(id) ? null : id);
    }
  }

  private static boolean namedByTheCall(ActiveSpan agent) {
    ActiveSpan parent = agent.parent();
    return !Objects.equals(agent.conversationId(), parent == null ? null : parent.conversationId());
  }
}
