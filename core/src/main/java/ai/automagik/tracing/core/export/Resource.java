package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.Attribute;
import java.util.ArrayList;
import java.util.List;

/** What all spans of this JVM have in common. Immutable once it is put together. */
final class Resource {
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final String version;

  Resource(Run run) {
    this.version = run.agentVersion();
    add(Attribute.SERVICE_NAME, run.service());
    add(Attribute.SERVICE_INSTANCE_ID, run.id());
    add(Attribute.PROCESS_PID, run.pid());
    add(Attribute.RUNTIME_NAME, System.getProperty("java.vm.name", "unknown"));
    add(Attribute.RUNTIME_VERSION, run.javaVersion());
    add(Attribute.SDK_NAME, "automagik-tracing");
    add(Attribute.SDK_LANGUAGE, "java");
    add(Attribute.SDK_VERSION, version);
    add(Attribute.DISTRO_NAME, "automagik-tracing");
    add(Attribute.DISTRO_VERSION, version);
  }

  private void add(Attribute attribute, Object value) {
    attributes.add(attribute);
    values.add(value);
  }

  int size() {
    return attributes.size();
  }

  Attribute attribute(int index) {
    return attributes.get(index);
  }

  Object value(int index) {
    return values.get(index);
  }

  String scopeName() {
    return "ai.automagik.tracing";
  }

  String scopeVersion() {
    return version;
  }
}
