package ai.automagik.tracing.instrumentation.concurrency;

import ai.automagik.tracing.core.instrumentation.HooksRules;
import java.util.stream.Stream;

/** The hooks against the JDK at hand. */
final class HooksTest extends HooksRules {

  HooksTest() {
    super(ofNewerReleases(Runtime.version().feature()));
  }

  private static String[] ofNewerReleases(int release) {
    Stream.Builder<String> newer = Stream.builder();
    if (release < 21) {
      newer.add("java.lang.VirtualThread#start");
      newer.add("java.util.concurrent.ForkJoinPool#poolSubmit");
      newer.add("java.util.concurrent.ThreadPerTaskExecutor#execute");
      newer.add("java.util.concurrent.ThreadPerTaskExecutor#submit");
    }
    if (release < 25) {
      newer.add("java.util.concurrent.ForkJoinPool#schedule");
    }
    return newer.build().toArray(String[]::new);
  }
}
