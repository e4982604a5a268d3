package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Surroundings;
import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import ai.automagik.tracing.core.pipeline.ByteBudget;
import ai.automagik.tracing.core.pipeline.Counters;
import ai.automagik.tracing.core.pipeline.Pipeline;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import ai.automagik.tracing.core.trace.SpanEvent;
import ai.automagik.tracing.core.weaving.WovenClassCache;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline into a spool in a folder of the test. */
final class SpoolFixture {
  final Counters counters = new Counters();
  final ByteBudget budget = new ByteBudget(32 << 20);
  final InstrumentationModules modules;
  final Path home;
  final Pipeline pipeline;
  private final Config config;
  private final @Nullable WovenClassCache cache;

  SpoolFixture(Path home, @Nullable WovenClassCache cache) throws IOException {
    this.home = home;
    this.cache = cache;
    this.modules =
        new InstrumentationModules(
            Hooks.read(
                new ByteArrayInputStream(
                    "module books b.advice\nb.Book#read() A".getBytes(StandardCharsets.UTF_8))));
    this.config =
        Config.load(
            new Surroundings(
                Map.of("home", home.toString(), "service", "shop"),
                Map.of(),
                Map.of(),
                home.toFile(),
                home.toFile()));
    this.pipeline = new Pipeline(1024, budget, counters, this::handler);
  }

  /** The handler by itself, to be called on the test's thread. */
  SpoolHandler handler(Pipeline of) {
    return new SpoolHandler(of, config, DecodedSpans.RUN, modules, cache);
  }

  Path run() {
    return home.resolve("spool").resolve(DecodedSpans.RUN.id());
  }

  List<Span> spans() {
    try {
      return SpoolFrames.spans(run());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasRunJson() {
    return Files.exists(run().resolve("run.json"));
  }

  Map<String, Object> runJson() {
    try {
      return JsonTree.object(JsonTree.parse(Files.readString(run().resolve("run.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SpanEvent span(String model) {
    return RecordedSpans.ended(Operation.CHAT, span -> span.set(Attribute.REQUEST_MODEL, model));
  }
}
