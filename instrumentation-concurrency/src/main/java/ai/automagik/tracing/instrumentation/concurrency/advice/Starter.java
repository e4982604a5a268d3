package ai.automagik.tracing.instrumentation.concurrency.advice;

/**
 * Who starts a thread. An executor, an event loop or a timer keeps its threads for the tasks of
 * whoever comes, so they begin with nothing; they are known by the code that calls {@code start}.
 * Stateless.
 */
final class Starter {
  /** The JDK, and libraries with threads of their own that serve many callers. */
  private static final String[] KEEPING = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "akka.",
    "com.lmax.disruptor.",
    "com.zaxxer.hikari.",
    "io.grpc.",
    "io.netty.",
    "io.undertow.",
    "kotlinx.coroutines.",
    "okhttp3.",
    "okio.",
    "org.apache.hc.",
    "org.apache.http.",
    "org.apache.kafka.",
    "org.apache.pekko.",
    "org.apache.tomcat.",
    "org.eclipse.jetty.",
    "org.jboss.threads.",
    "org.xnio.",
    "reactor.",
    "scala.",
  };

  /** What may stand between the caller and the method that is woven. */
  private static final String[] BETWEEN = {"ai.automagik.tracing.", "java.lang."};

  private Starter() {}

  /** Whether the thread that is being started is one of those. */
  static boolean keepsThread() {
    String starter =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !startsWithAny(name, BETWEEN))
                        .findFirst())
            .orElse("");
    return startsWithAny(starter, KEEPING);
  }

  private static boolean startsWithAny(String name, String[] beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
