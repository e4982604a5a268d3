package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import java.io.IOException;

/** Whole traces of workflows and their agents. */
final class AgenticIT {

  @OnPlatforms
  void workflowApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.WORKFLOW, platform);
    assertThat(recording.traces()).hasSize(3);
  }

  @OnPlatforms
  void supervisorApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.SUPERVISOR, platform);
  }

  @OnPlatforms
  void recoveryApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RECOVERY, platform);
  }

  @OnNewest
  void plannerApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.PLANNER, platform);
  }

  /** The stream begins when the workflow has returned; it is part of it all the same. */
  @OnNewest
  void eveningApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.EVENING, platform);

    for (Trace trace : recording.traces()) {
      SpanNode workflow = trace.roots().get(0);
      for (Span span : Recording.spans(trace)) {
        assertThat(span.endNanos()).isLessThanOrEqualTo(workflow.span().endNanos());
      }
    }
  }

  @OnNewest
  void a2aApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.A2A, platform);
  }
}
