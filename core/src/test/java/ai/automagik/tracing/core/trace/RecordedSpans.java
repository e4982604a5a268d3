package ai.automagik.tracing.core.trace;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the spans of a test, which come from the tracer or are made to measure. */
public final class RecordedSpans implements SpanSink {
  public final Queue<ActiveSpan> started = new ConcurrentLinkedQueue<>();
  public final Queue<SpanEvent> ended = new ConcurrentLinkedQueue<>();

  /** From now on all spans come here. */
  public static RecordedSpans install() {
    RecordedSpans spans = new RecordedSpans();
    Tracer.install(spans);
    return spans;
  }

  /** From now on spans go nowhere, and this thread is in the middle of nothing. */
  public static void uninstall() {
    Tracer.install(new RecordedSpans());
    for (ActiveSpan span = Tracer.current(); span != null; span = Tracer.current()) {
      Tracer.leave(span);
    }
  }

  @Override
  public void starting() {}

  @Override
  public void started(ActiveSpan span) {
    started.add(span);
  }

  @Override
  public void ended(SpanEvent span) {
    ended.add(span);
  }

  /** A span that no thread is in the middle of. */
  public static ActiveSpan active(Operation operation, @Nullable ActiveSpan parent) {
    return new ActiveSpan(operation, parent);
  }

  /** An ended span without parent. */
  public static SpanEvent ended(Operation operation, Consumer<ActiveSpan> content) {
    return ended(active(operation, null), content, null);
  }

  /** The event of a span that is given its content and ended. */
  public static SpanEvent ended(
      ActiveSpan span, Consumer<ActiveSpan> content, @Nullable Throwable error) {
    SpanSink before = Tracer.sink();
    RecordedSpans spans = install();
    try {
      content.accept(span);
      span.end(error);
      return spans.ended.remove();
    } finally {
      Tracer.install(before);
    }
  }

  /** As many attributes as a test needs, called {@code test.0}, {@code test.1}, ... */
  public static List<Attribute> attributes(int count) {
    try {
      Constructor<Attribute> constructor = Attribute.class.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      List<Attribute> attributes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        attributes.add(constructor.newInstance("test." + i));
      }
      return attributes;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
