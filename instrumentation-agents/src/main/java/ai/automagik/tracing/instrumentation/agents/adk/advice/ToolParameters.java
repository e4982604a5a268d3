package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.DeferredJson;
import com.google.genai.types.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON schema of a tool's parameters. Immutable, as Google's schemas are. */
record ToolParameters(Schema schema) implements DeferredJson {
  @Override
  public Object toJson() {
    return tree(schema);
  }

  /** Google writes the names of types in capitals, JSON schemas do not. */
  private static Map<String, Object> tree(Schema schema) {
    Map<String, Object> tree = new LinkedHashMap<>();
    put(
        tree,
        "type",
        schema.type().map(type -> type.toString().toLowerCase(Locale.ROOT)).orElse(null));
    put(tree, "description", schema.description().orElse(null));
    put(tree, "enum", schema.enum_().orElse(null));
    put(tree, "items", schema.items().map(ToolParameters::tree).orElse(null));
    Map<String, Schema> properties = schema.properties().orElse(Map.of());
    if (!properties.isEmpty()) {
      Map<String, Object> trees = new LinkedHashMap<>();
      properties.forEach((name, property) -> trees.put(name, tree(property)));
      tree.put("properties", trees);
    }
    put(tree, "required", schema.required().orElse(null));
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value);
    }
  }
}
