package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole traces of workflows and their agents. */
final class AgenticIT {

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  /** For what the oldest version does not have. */
  static List<Platform> newest() {
    return Lab.platforms().stream()
        .filter(platform -> platform.library() == Library.NEWEST)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void workflowApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.WORKFLOW, platform);
    assertThat(recording.traces()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void supervisorApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.SUPERVISOR, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void recoveryApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RECOVERY, platform);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void plannerApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.PLANNER, platform);
  }

  /** The stream begins when the workflow has returned; it is part of it all the same. */
  @ParameterizedTest
  @MethodSource("newest")
  void eveningApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.EVENING, platform);

    for (Trace trace : recording.traces()) {
      SpanNode workflow = trace.roots().get(0);
      for (Span span : Recording.spans(trace)) {
        assertThat(span.endNanos()).isLessThanOrEqualTo(workflow.span().endNanos());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("newest")
  void a2aApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.A2A, platform);
  }
}
