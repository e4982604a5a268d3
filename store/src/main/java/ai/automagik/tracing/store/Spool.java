package ai.automagik.tracing.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The spool folder with the runs of all traced JVMs, as a reader of traces.
 *
 * <p>Every call reads the files anew and sees what live JVMs have written until then. Bad files
 * never throw; they become notes in the answer. Thread-safe.
 */
public final class Spool {
  private static final int MAX_CANDIDATES = 20;
  private static final int MAX_INFO_BYTES = 4 << 20;
  private static final Comparator<TraceSummary> NEWEST_FIRST =
      Comparator.comparingLong(TraceSummary::startNanos)
          .reversed()
          .thenComparing(TraceSummary::traceId);

  private final Path folder;
  private final Clock clock;

  /** A folder that does not exist is an empty spool. */
  public Spool(Path folder) {
    this(folder, Clock.systemUTC());
  }

  /**
   * @param clock tells whether a run's heartbeat is young enough
   */
  public Spool(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Returns the runs, oldest first; problems with their files are not reported here. */
  public List<Run> runs() {
    return runs(new Notes());
  }

  /** Lists traces, newest first. Keeps summaries in memory, never the content of spans. */
  public TraceList list(TraceQuery query) {
    Notes notes = new Notes();
    Map<String, SummaryBuilder> builders = new HashMap<>();
    scan(
        notes,
        file -> true,
        (file, entry) -> builders.computeIfAbsent(entry.traceId(), SummaryBuilder::new).add(entry));
    long nowEpochMillis = clock.millis();
    List<TraceSummary> matching =
        builders.values().stream()
            .map(builder -> builder.build(nowEpochMillis))
            .filter(query::matches)
            .sorted(NEWEST_FIRST)
            .toList();
    List<TraceSummary> traces =
        List.copyOf(matching.subList(0, Math.min(query.limit(), matching.size())));
    return new TraceList(traces, matching.size(), builders.size(), notes.lines());
  }

  /** Finds the trace that started last. */
  public TraceLookup newest() {
    TraceList list = list(TraceQuery.newest(1));
    return list.traces().isEmpty()
        ? new TraceLookup.NotFound(list.notes())
        : load(list.traces().get(0).traceId(), file -> true);
  }

  /**
   * Finds the one trace whose id starts with the prefix, or, when there is none, the one trace that
   * has a span whose id starts with it.
   *
   * @param idPrefix hex digits, upper and lower case alike
   */
  public TraceLookup find(String idPrefix) {
    String prefix = idPrefix.toLowerCase(Locale.ROOT);
    Notes notes = new Notes();
    Map<String, Set<Path>> filesByTrace = new HashMap<>();
    Set<String> tracesBySpan = new LinkedHashSet<>();
    scan(
        notes,
        file -> true,
        (file, entry) -> {
          String traceId = entry.traceId();
          if (traceId.startsWith(prefix)) {
            filesByTrace.computeIfAbsent(traceId, id -> new LinkedHashSet<>()).add(file);
          } else if (entry.spanId().startsWith(prefix)) {
            tracesBySpan.add(traceId);
          }
        });
    Set<String> matching = filesByTrace.isEmpty() ? tracesBySpan : filesByTrace.keySet();
    if (matching.isEmpty()) {
      return new TraceLookup.NotFound(notes.lines());
    }
    if (matching.size() > 1) {
      return new TraceLookup.Several(candidates(matching), matching.size(), notes.lines());
    }
    String traceId = matching.iterator().next();
    Set<Path> files = filesByTrace.get(traceId);
    TraceLookup lookup = load(traceId, file -> files == null || files.contains(file));
    // The second pass saw only some of the files: what the first one noted covers all of them.
    return lookup instanceof TraceLookup.Found found
        ? new TraceLookup.Found(found.trace(), notes.lines())
        : new TraceLookup.NotFound(notes.lines());
  }

  private TraceLookup load(String traceId, Predicate<Path> files) {
    Notes notes = new Notes();
    TraceBuilder builder = new TraceBuilder(traceId, clock.millis());
    scan(
        notes,
        files,
        (file, entry) -> {
          if (entry.traceId().equals(traceId)) {
            builder.add(entry);
          }
        });
    Trace trace = builder.build();
    return trace == null
        ? new TraceLookup.NotFound(notes.lines())
        : new TraceLookup.Found(trace, notes.lines());
  }

  private List<TraceSummary> candidates(Set<String> traceIds) {
    Map<String, SummaryBuilder> builders = new HashMap<>();
    scan(
        new Notes(),
        file -> true,
        (file, entry) -> {
          if (traceIds.contains(entry.traceId())) {
            builders.computeIfAbsent(entry.traceId(), SummaryBuilder::new).add(entry);
          }
        });
    return builders.values().stream()
        .map(builder -> builder.build(clock.millis()))
        .sorted(NEWEST_FIRST)
        .limit(MAX_CANDIDATES)
        .toList();
  }

  private void scan(Notes notes, Predicate<Path> wanted, BiConsumer<Path, SpanEntry> sink) {
    // run.json is read before the files of its run: if it says that the run is over, the files are
    // complete.
    for (Run run : runs(notes)) {
      List<Path> files =
          children(
              run.folder(),
              path -> name(path).endsWith(".otlp") && Files.isRegularFile(path),
              notes);
      // 0001.otlp ... 9999.otlp, 10000.otlp
      files.sort(
          Comparator.<Path>comparingInt(path -> name(path).length()).thenComparing(Spool::name));
      for (Path file : files) {
        if (wanted.test(file)) {
          scan(run, file, notes, sink);
        }
      }
    }
  }

  private void scan(Run run, Path file, Notes notes, BiConsumer<Path, SpanEntry> sink) {
    try (SpoolReader reader = SpoolReader.open(file, 0)) {
      int invalidCount = 0;
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        for (var resourceSpans : frame.request().getResourceSpansList()) {
          String service = SpanEntry.service(resourceSpans.getResource(), run);
          for (var scopeSpans : resourceSpans.getScopeSpansList()) {
            String scope = scopeSpans.getScope().getName();
            for (var span : scopeSpans.getSpansList()) {
              SpanEntry entry =
                  new SpanEntry(run, service, resourceSpans.getResource(), scope, span);
              if (entry.hasValidIds()) {
                sink.accept(file, entry);
              } else {
                invalidCount++;
              }
            }
          }
        }
      }
      if (invalidCount > 0) {
        notes.add(
            file + " has " + invalidCount + " spans without a valid trace and span id: skipped");
      }
      note(reader.stop(), run, file, notes);
    }
  }

  private void note(SpoolStop stop, Run run, Path file, Notes notes) {
    String where = " at byte " + stop.offset();
    switch (stop.reason()) {
      case COMPLETE -> {}
      case TORN -> {
        if (!run.alive(clock.millis())) {
          notes.add(
              file
                  + " ends inside a frame"
                  + where
                  + ": its JVM was killed; all before it is read");
        }
      }
      case CORRUPT ->
          notes.add(
              file
                  + " is damaged"
                  + where
                  + " ("
                  + stop.detail()
                  + "): the rest is skipped; delete the file when you no longer need it");
      case NEWER_VERSION ->
          notes.add(
              file
                  + " was written by a newer version ("
                  + stop.detail()
                  + "): skipped; read it with a newer automagik-tracing.jar");
      case UNREADABLE -> {
        // A live recorder deletes its oldest files at any time.
        if (!stop.detail().equals(NoSuchFileException.class.getSimpleName())) {
          notes.add(unreadable(file, stop.detail()));
        }
      }
    }
  }

  private List<Run> runs(Notes notes) {
    List<Run> runs = new ArrayList<>();
    for (Path runFolder : children(folder, Files::isDirectory, notes)) {
      runs.add(new Run(name(runFolder), runFolder, info(runFolder.resolve("run.json"), notes)));
    }
    runs.sort(Comparator.comparing(Run::id));
    return runs;
  }

  private static @Nullable RunInfo info(Path file, Notes notes) {
    try {
      if (Files.size(file) > MAX_INFO_BYTES) {
        throw new IOException("too large");
      }
      return RunInfo.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      notes.add(
          file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): its run counts as over; its traces are shown all the same");
      return null;
    }
  }

  private static List<Path> children(Path folder, Predicate<Path> wanted, Notes notes) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        if (wanted.test(child)) {
          children.add(child);
        }
      }
    } catch (NoSuchFileException e) {
      return children;
    } catch (IOException | DirectoryIteratorException e) {
      notes.add(unreadable(folder, e.getClass().getSimpleName()));
    }
    return children;
  }

  private static String unreadable(Path path, String problem) {
    return path + " cannot be read (" + problem + "): skipped; check its owner and mode";
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
