package com.example.adk;

import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A model of the program's own, which does what it is told. */
final class GuideModel extends BaseLlm {
  /** What a slow answer waits for. */
  static final CompletableSubject REST = CompletableSubject.create();

  private final AtomicInteger missing;
  private final CompletableSubject allAsked = CompletableSubject.create();

  GuideModel() {
    this(0);
  }

  /**
   * A model that answers when so many agents have asked, one after the other: agents that run at
   * the same time read what is said in their session, and do not look whether another adds to it.
   */
  GuideModel(int agents) {
    super("guide-1");
    this.missing = new AtomicInteger(agents);
  }

  @Override
  public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
    List<Content> contents = request.contents();
    Content last = contents.get(contents.size() - 1);
    Part part = last.parts().orElseThrow().get(0);
    String said = part.text().orElse("");
    if (part.functionResponse().isPresent()) {
      return Flowable.just(
          text("It said " + part.functionResponse().get().response().orElseThrow().keySet()));
    } else if (said.contains("weather")) {
      return Flowable.just(call("weather", Map.of("city", "Lisbon", "days", 2)));
    } else if (said.contains("broken")) {
      return Flowable.just(call("broken", Map.of("count", "many")));
    } else if (said.contains("ask")) {
      return Flowable.just(call("expert", Map.of("request", "What is a tram?")));
    } else if (said.contains("throw")) {
      throw new IllegalArgumentException("not today");
    } else if (said.contains("fail")) {
      return Flowable.error(new IllegalStateException("out of order"));
    } else if (said.contains("less")) {
      return Flowable.just(part("Lisbon "))
          .concatWith(REST.andThen(Flowable.just(text("Lisbon is sunny."))));
    } else if (stream) {
      return Flowable.just(part("Lisbon "), part("is sunny."), text("Lisbon is sunny."));
    }
    if (missing.decrementAndGet() <= 0) {
      allAsked.onComplete();
    }
    return allAsked.andThen(
        Flowable.fromCallable(() -> text("I heard: " + said)).subscribeOn(Schedulers.single()));
  }

  private static LlmResponse text(String text) {
    return LlmResponse.builder()
        .content(Content.builder().role("model").parts(List.of(Part.fromText(text))).build())
        .usageMetadata(
            GenerateContentResponseUsageMetadata.builder()
                .promptTokenCount(12)
                .candidatesTokenCount(4)
                .thoughtsTokenCount(3)
                .build())
        .build();
  }

  private static LlmResponse part(String text) {
    return LlmResponse.builder()
        .content(Content.builder().role("model").parts(List.of(Part.fromText(text))).build())
        .partial(true)
        .build();
  }

  private static LlmResponse call(String name, Map<String, Object> arguments) {
    return LlmResponse.builder()
        .content(
            Content.builder()
                .role("model")
                .parts(
                    List.of(
                        Part.builder()
                            .functionCall(
                                FunctionCall.builder()
                                    .id("call_" + name)
                                    .name(name)
                                    .args(arguments)
                                    .build())
                            .build()))
                .build())
        .build();
  }

  @Override
  public BaseLlmConnection connect(LlmRequest request) {
    throw new UnsupportedOperationException();
  }
}
