package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.viewer.Style.Tone;

/** Says how a trace or a span stands, in one mark and a word or two. */
final class StatusText {
  private StatusText() {}

  static String of(TraceSummary trace, Glyphs glyphs) {
    return mark(trace.status(), glyphs)
        + " "
        + switch (trace.status()) {
          case OK -> "ok";
          case ERROR -> Figures.plural(trace.errorCount(), "error");
          case RUNNING -> "running";
          case INTERRUPTED -> "interrupted";
        };
  }

  static Tone tone(TraceSummary.Status status) {
    return switch (status) {
      case OK -> Tone.GREEN;
      case ERROR -> Tone.RED;
      case RUNNING -> Tone.BLUE;
      case INTERRUPTED -> Tone.YELLOW;
    };
  }

  static String mark(TraceSummary.Status status, Glyphs glyphs) {
    return switch (status) {
      case OK -> glyphs.ok();
      case ERROR -> glyphs.error();
      case RUNNING -> glyphs.running();
      case INTERRUPTED -> glyphs.interrupted();
    };
  }

  static TraceSummary.Status of(Span span) {
    if (span.status() == Span.Status.ERROR) {
      return TraceSummary.Status.ERROR;
    }
    return switch (span.state()) {
      case ENDED -> TraceSummary.Status.OK;
      case RUNNING -> TraceSummary.Status.RUNNING;
      case INTERRUPTED -> TraceSummary.Status.INTERRUPTED;
    };
  }
}
