package com.example.springai;

import java.lang.reflect.Type;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.client.advisor.SimpleLoggerAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.util.ClassUtils;

/** Questions that pass advisors on their way to the model, or do not. */
final class Advisors {
  private static final String VALIDATION =
      "org.springframework.ai.chat.client.advisor.StructuredOutputValidationAdvisor";

  private final ChatClient guide;

  Advisors(ChatClient guide) {
    this.guide = guide;
  }

  void advise() throws ReflectiveOperationException {
    SafeGuardAdvisor guard =
        SafeGuardAdvisor.builder()
            .sensitiveWords(List.of("secret"))
            .failureResponse("I may not say.")
            .order(1_000)
            .build();
    Advisor memory =
        MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder().build()).build();
    for (String question : new String[] {"Hello?", "Tell me a secret."}) {
      System.out.println(
          guide
              .prompt()
              .user(question)
              .advisors(guard, new SimpleLoggerAdvisor())
              .call()
              .content());
      System.out.println(
          guide
              .prompt()
              .user(question)
              .advisors(guard, memory)
              .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, "ben-1"))
              .stream()
              .content()
              .collectList()
              .map(pieces -> String.join("", pieces))
              .block());
    }
    if (ClassUtils.isPresent(VALIDATION, null)) {
      System.out.println(
          guide
              .prompt()
              .user("A city, for somebody picky")
              .tools(new TownTools())
              .advisors(validation(Conversations.City.class))
              .call()
              .entity(Conversations.City.class));
    }
  }

  /** An advisor that asks again when the answer is not what it was to be, from 1.1 on. */
  private static Advisor validation(Class<?> answer) throws ReflectiveOperationException {
    Object builder = Class.forName(VALIDATION).getMethod("builder").invoke(null);
    builder.getClass().getMethod("outputType", Type.class).invoke(builder, answer);
    return (Advisor) builder.getClass().getMethod("build").invoke(builder);
  }
}
