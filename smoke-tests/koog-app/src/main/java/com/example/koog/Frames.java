package com.example.koog;

import ai.koog.prompt.streaming.StreamFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Collects the text of a stream, all of it or only the first piece. */
final class Frames implements Flow.Subscriber<StreamFrame> {
  private final boolean all;
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> collected = new CompletableFuture<>();
  private Flow.Subscription subscription;

  private Frames(boolean all) {
    this.all = all;
  }

  static String all(Flow.Publisher<StreamFrame> frames) {
    return collect(frames, true);
  }

  static String first(Flow.Publisher<StreamFrame> frames) {
    return collect(frames, false);
  }

  private static String collect(Flow.Publisher<StreamFrame> frames, boolean all) {
    Frames collector = new Frames(all);
    frames.subscribe(collector);
    return collector.collected.join();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    subscription.request(1);
  }

  @Override
  public void onNext(StreamFrame frame) {
    if (frame instanceof StreamFrame.TextDelta piece && !piece.getText().isEmpty()) {
      text.append(piece.getText());
      if (!all) {
        subscription.cancel();
        collected.complete(text.toString());
        return;
      }
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    collected.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    collected.complete(text.toString());
  }
}
