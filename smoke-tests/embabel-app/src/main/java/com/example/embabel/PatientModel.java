package com.example.embabel;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/**
 * Answers at once when Embabel tries whether a model can stream: it waits a tenth of a second only.
 *
 * @param model that answers everything else
 */
record PatientModel(ChatModel model) implements ChatModel {

  @Override
  public ChatResponse call(Prompt prompt) {
    return model.call(prompt);
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return prompt.getContents().startsWith("Say 'test'")
        ? Flux.just(new ChatResponse(List.of(new Generation(new AssistantMessage("test")))))
        : model.stream(prompt);
  }

  @Override
  public ChatOptions getDefaultOptions() {
    return model.getDefaultOptions();
  }
}
