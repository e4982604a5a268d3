package ai.automagik.tracing.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One JVM run, as its folder in the spool shows it.
 *
 * @param id the name of the folder
 * @param info what its run.json says; null when that is missing or unreadable
 */
public record Run(String id, Path folder, @Nullable RunInfo info) {

  /** Returns whether the JVM still runs, as far as its heartbeat tells. */
  public boolean alive(long nowEpochMillis) {
    return info != null && info.alive(nowEpochMillis);
  }
}
