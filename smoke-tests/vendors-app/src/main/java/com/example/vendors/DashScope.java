package com.example.vendors;

import com.alibaba.dashscope.aigc.generation.Generation;
import com.alibaba.dashscope.aigc.generation.GenerationParam;
import com.alibaba.dashscope.aigc.generation.GenerationResult;
import com.alibaba.dashscope.common.Message;
import com.alibaba.dashscope.common.ResultCallback;
import com.alibaba.dashscope.common.Role;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls models of Alibaba Cloud by its SDK. */
final class DashScope {
  private DashScope() {}

  static void run(String url) throws Exception {
    Generation generation = new Generation("http", url + "/api/v1");
    System.out.println(text(generation.call(chat("How is Lisbon?"))));
    System.out.println(generation.streamCall(chat("Tell me.")).count().blockingGet());
    CompletableFuture<GenerationResult> later = new CompletableFuture<>();
    generation.call(
        chat("Later?"),
        new ResultCallback<GenerationResult>() {
          @Override
          public void onEvent(GenerationResult result) {
            later.complete(result);
          }

          @Override
          public void onComplete() {}

          @Override
          public void onError(Exception failure) {
            later.completeExceptionally(failure);
          }
        });
    System.out.println(text(later.get()));
    VendorsApp.fails(() -> generation.call(chat("status 400")));
  }

  private static GenerationParam chat(String question) {
    return GenerationParam.builder()
        .apiKey("secret")
        .model("qwen-plus")
        .messages(List.of(Message.builder().role(Role.USER.getValue()).content(question).build()))
        .resultFormat(GenerationParam.ResultFormat.MESSAGE)
        .build();
  }

  private static String text(GenerationResult result) {
    return result.getOutput().getChoices().get(0).getMessage().getContent();
  }
}
