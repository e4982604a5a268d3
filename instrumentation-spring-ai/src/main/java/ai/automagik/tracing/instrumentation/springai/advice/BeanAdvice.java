package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.springai.ChatClientNames;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before Spring keeps a bean: the name of a chat client. Knows no type of Spring AI's. */
final class BeanAdvice {
  private static final String CHAT_CLIENT = "org.springframework.ai.chat.client.DefaultChatClient";

  private BeanAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.Argument(0) @Nullable String name, @Advice.Argument(1) @Nullable Object bean) {
    if (bean != null && name != null && bean.getClass().getName().equals(CHAT_CLIENT)) {
      ChatClientNames.put(bean, name);
    }
  }
}
