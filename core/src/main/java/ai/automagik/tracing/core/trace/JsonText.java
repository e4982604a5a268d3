package ai.automagik.tracing.core.trace;

/**
 * JSON that the traced library has as text. It is written as it is, or as mere text where it turns
 * out to be no JSON.
 */
public record JsonText(String text) implements DeferredJson {
  @Override
  public Object toJson() {
    return text;
  }
}
