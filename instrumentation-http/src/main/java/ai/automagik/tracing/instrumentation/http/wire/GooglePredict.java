package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Operation;
import org.jspecify.annotations.Nullable;

/** Google's predict, which stands for images or for embeddings, as the model's name says. */
final class GooglePredict implements Dialect {
  private static final Dialect IMAGES = new Images();
  private static final Dialect EMBEDDINGS = new Embeddings();

  @Override
  public Dialect forModel(@Nullable String model) {
    boolean embeds = model != null && (model.contains("embedding") || model.contains("gecko"));
    return embeds ? EMBEDDINGS : IMAGES;
  }

  @Override
  public Operation operation() {
    return IMAGES.operation();
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    IMAGES.request(request, facts);
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return IMAGES.answer(request);
  }
}
