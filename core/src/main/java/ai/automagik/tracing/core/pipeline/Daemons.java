package ai.automagik.tracing.core.pipeline;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes threads that keep nothing of the application alive, whoever asks for them: no inherited
 * thread locals, no context class loader, no thread group that could be destroyed, and no access
 * control context, which up to Java 23 holds on to the class loaders of everybody on the stack.
 * Thread-safe.
 */
public final class Daemons {
  private Daemons() {}

  /** A daemon thread that is not started yet. */
  @SuppressWarnings(
      "removal") // the only way to cut the inherited access control context where there is one
  public static Thread create(String name, Runnable work) {
    PrivilegedAction<Thread> creation =
        new PrivilegedAction<>() {
          @Override
          public Thread run() {
            Thread thread = new Thread(rootGroup(), work, "automagik-" + name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
          }
        };
    return AccessController.doPrivileged(creation);
  }

  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
