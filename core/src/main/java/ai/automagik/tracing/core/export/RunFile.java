package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Option;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.config.Setting;
import ai.automagik.tracing.core.instrumentation.InstrumentationModule;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import ai.automagik.tracing.core.pipeline.Counters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code run.json}: the sign of life of a run, and what the reader's {@code status} and {@code
 * doctor} know about it. Confined to the spool's thread. The file is replaced as a whole, so that
 * nobody reads half of it.
 */
final class RunFile {
  private static final int FORMAT = 1;

  private final JsonFactory json = new JsonFactory();
  private final Run run;
  private final Config config;
  private final Counters counters;
  private final InstrumentationModules modules;

  RunFile(Run run, Config config, Counters counters, InstrumentationModules modules) {
    this.run = run;
    this.config = config;
    this.counters = counters;
    this.modules = modules;
  }

  /**
   * @param ended whether this is the last time
   * @param offReason why spans are no longer kept; null while they are
   * @throws IOException when the file cannot be replaced
   */
  void write(Path folder, boolean ended, @Nullable String offReason, int files, long bytes)
      throws IOException {
    Path temporary = folder.resolve("run.json.new");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary, SpoolFolder.fileAttributes(folder));
    try (OutputStream out = Files.newOutputStream(temporary);
        JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, ended, offReason, files, bytes);
    }
    Files.move(
        temporary,
        folder.resolve("run.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(
      JsonGenerator out, boolean ended, @Nullable String offReason, int files, long bytes) {
    out.writeStartObject();
    out.writeNumberProperty("format", FORMAT);
    out.writeStringProperty("run", run.id());
    out.writeNumberProperty("pid", run.pid());
    out.writeStringProperty("service", run.service());
    out.writeStringProperty("command", run.command());
    out.writeStringProperty("agentVersion", run.agentVersion());
    out.writeStringProperty("javaVersion", run.javaVersion());
    out.writeStringProperty("javaVendor", run.javaVendor());
    out.writeNumberProperty("startedEpochMillis", run.startedEpochMillis());
    out.writeNumberProperty("heartbeatEpochMillis", System.currentTimeMillis());
    out.writeStringProperty("state", ended ? "ended" : "running");
    out.writeObjectPropertyStart("spool");
    out.writeStringProperty("state", offReason == null ? "writing" : "off");
    out.writeStringProperty("reason", offReason);
    out.writeNumberProperty("files", files);
    out.writeNumberProperty("bytes", bytes);
    out.writeEndObject();
    writeCounters(out);
    writeModules(out);
    writeSettings(out);
    out.writeEndObject();
  }

  private void writeCounters(JsonGenerator out) {
    out.writeObjectPropertyStart("counters");
    out.writeNumberProperty("offered", counters.offered.sum());
    out.writeNumberProperty("accepted", counters.accepted.sum());
    out.writeNumberProperty("droppedQueueFull", counters.droppedQueueFull.sum());
    out.writeNumberProperty("droppedMemory", counters.droppedMemory.sum());
    out.writeNumberProperty("spooled", counters.spooled.sum());
    out.writeNumberProperty("spoolFailed", counters.spoolFailed.sum());
    out.writeNumberProperty("runningRecords", counters.runningRecords.sum());
    out.writeNumberProperty("valuesUnreadable", counters.valuesUnreadable.sum());
    long failures = 0;
    for (InstrumentationModule module : modules.all()) {
      failures += module.failures();
    }
    out.writeNumberProperty("adviceFailures", failures);
    out.writeEndObject();
  }

  private void writeModules(JsonGenerator out) {
    out.writeArrayPropertyStart("modules");
    for (InstrumentationModule module : modules.all()) {
      out.writeStartObject();
      out.writeStringProperty("name", module.name());
      out.writeStringProperty("state", module.state());
      out.writeArrayPropertyStart("hooks");
      for (String className : module.wovenClasses()) {
        out.writeString(className);
      }
      out.writeEndArray();
      out.writeArrayPropertyStart("unmatched");
      for (String className : module.unmatchedClasses()) {
        out.writeString(className);
      }
      out.writeEndArray();
      out.writeNumberProperty("failures", module.failures());
      out.writeStringProperty("reason", module.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeSettings(JsonGenerator out) {
    out.writeObjectPropertyStart("settings");
    for (Option<?> option : Options.ALL) {
      Setting<?> setting = config.setting(option);
      if (!setting.source().equals("default")) {
        out.writeStringProperty(option.name(), setting.value() + " (" + setting.source() + ")");
      }
    }
    out.writeEndObject();
  }
}
