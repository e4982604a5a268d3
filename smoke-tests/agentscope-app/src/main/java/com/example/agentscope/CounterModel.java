package com.example.agentscope;

import io.agentscope.core.message.ContentBlock;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.TextBlock;
import io.agentscope.core.message.ToolResultBlock;
import io.agentscope.core.message.ToolUseBlock;
import io.agentscope.core.model.ChatModelBase;
import io.agentscope.core.model.ChatResponse;
import io.agentscope.core.model.ChatUsage;
import io.agentscope.core.model.GenerateOptions;
import io.agentscope.core.model.ToolSchema;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A model of the program's own, which does what it is told. */
final class CounterModel extends ChatModelBase {
  @Override
  public String getModelName() {
    return "counter-1";
  }

  @Override
  protected Flux<ChatResponse> doStream(
      List<Msg> messages, List<ToolSchema> tools, GenerateOptions options) {
    Msg last = messages.get(messages.size() - 1);
    String said = last.getTextContent() == null ? "" : last.getTextContent();
    if (last.getFirstContentBlock(ToolResultBlock.class) != null) {
      return Flux.just(whole(text("It is done.")));
    } else if (said.contains("weather")) {
      return Flux.just(whole(call("weather")));
    } else if (said.contains("broken")) {
      return Flux.just(whole(call("broken")));
    } else if (said.contains("fail")) {
      return Flux.error(new IllegalStateException("out of order"));
    } else if (said.contains("slow")) {
      return Flux.<ChatResponse>just(whole(text("One "))).concatWith(Flux.never());
    }
    return Flux.just(whole(text("One ")), whole(text("two."))).subscribeOn(Schedulers.parallel());
  }

  private static ChatResponse whole(ContentBlock block) {
    return ChatResponse.builder()
        .id("answer-1")
        .content(List.of(block))
        .usage(ChatUsage.builder().inputTokens(12).outputTokens(4).build())
        .build();
  }

  private static TextBlock text(String text) {
    return TextBlock.builder().text(text).build();
  }

  private static ToolUseBlock call(String name) {
    return ToolUseBlock.builder()
        .id("call_" + name)
        .name(name)
        .input(Map.of("city", "Lisbon"))
        .content("{\"city\":\"Lisbon\"}")
        .build();
  }
}
