package ai.automagik.tracing.core.instrumentation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One instrumentation module in this JVM: what it has woven, how often it failed, and whether it is
 * still plugged in. Thread-safe.
 *
 * <p>Call sites are held weakly, because a linked call site keeps its application's class loader
 * alive.
 */
public final class InstrumentationModule {
  /** After this many failures a module does more harm than good. */
  static final int MAX_FAILURES = 5;

  private static final int MAX_REASON_CHARS = 300;

  private final String name;
  private final boolean enabled;
  private final Set<String> wovenClasses = new TreeSet<>();
  private final Set<String> unmatchedClasses = new TreeSet<>();
  private final List<WeakReference<MutableCallSite>> callSites = new ArrayList<>();
  private int failures;
  private @Nullable String reason;

  InstrumentationModule(String name, boolean enabled) {
    this.name = name;
    this.enabled = enabled;
  }

  /** For example {@code langchain4j}. */
  public String name() {
    return name;
  }

  /** Whether the module traces: it was not switched off, and has not failed too often. */
  public synchronized boolean plugged() {
    return enabled && failures < MAX_FAILURES;
  }

  /** In a word: {@code plugged}, {@code unplugged} after too many failures, or {@code disabled}. */
  public String state() {
    return !enabled ? "disabled" : plugged() ? "plugged" : "unplugged";
  }

  /** How often its advice, or the weaving of it, has failed. */
  public synchronized int failures() {
    return failures;
  }

  /** The first failure in words; null when there was none. */
  public synchronized @Nullable String reason() {
    return reason;
  }

  /** The classes that were woven, by name. */
  public synchronized List<String> wovenClasses() {
    return List.copyOf(wovenClasses);
  }

  /** The classes that were loaded but had none of the methods to be woven, by name. */
  public synchronized List<String> unmatchedClasses() {
    return List.copyOf(unmatchedClasses);
  }

  /** Notes that a class has none of the methods, as in another version of the library. */
  public synchronized void unmatched(String className) {
    unmatchedClasses.add(className);
  }

  /** Notes that a class was woven. */
  public synchronized void woven(String className) {
    wovenClasses.add(className);
  }

  /** Hands over a call site that is to do nothing once the module is unplugged. */
  public synchronized void linked(MutableCallSite callSite) {
    for (int i = callSites.size() - 1; i >= 0; i--) {
      if (callSites.get(i).refersTo(null)) {
        callSites.remove(i);
      }
    }
    callSites.add(new WeakReference<>(callSite));
  }

  /** Notes a failure. The one that makes it too many unplugs the module in every application. */
  public synchronized void failed(Throwable failure) {
    failures++;
    if (reason == null) {
      reason = describe(failure);
    }
    if (failures == MAX_FAILURES) {
      unplug();
    }
  }

  private void unplug() {
    List<MutableCallSite> changed = new ArrayList<>();
    for (WeakReference<MutableCallSite> reference : callSites) {
      MutableCallSite callSite = reference.get();
      if (callSite != null) {
        callSite.setTarget(MethodHandles.empty(callSite.type()));
        changed.add(callSite);
      }
    }
    MutableCallSite.syncAll(changed.toArray(new MutableCallSite[0]));
    callSites.clear();
  }

  private static String describe(Throwable failure) {
    String text = failure.getClass().getName();
    try {
      text = text + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    } catch (RuntimeException | Error unprintable) {
      text = text + " (its message cannot be read)";
    }
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return (text.length() <= MAX_REASON_CHARS ? text : text.substring(0, MAX_REASON_CHARS) + "...")
        + where;
  }
}
