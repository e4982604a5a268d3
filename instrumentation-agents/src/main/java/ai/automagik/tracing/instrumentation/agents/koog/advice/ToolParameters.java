package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.DeferredJson;
import ai.koog.agents.core.tools.ToolDescriptor;
import ai.koog.agents.core.tools.ToolParameterDescriptor;
import ai.koog.agents.core.tools.ToolParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON schema of a tool's parameters. Immutable, as Koog's descriptors are. */
record ToolParameters(ToolDescriptor tool) implements DeferredJson {
  @Override
  public Object toJson() {
    List<ToolParameterDescriptor> required = tool.getRequiredParameters();
    List<ToolParameterDescriptor> all = new ArrayList<>(required);
    all.addAll(tool.getOptionalParameters());
    return object(all, required.stream().map(ToolParameterDescriptor::getName).toList());
  }

  private static Map<String, Object> object(
      List<ToolParameterDescriptor> properties, List<String> required) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", "object");
    Map<String, Object> trees = new LinkedHashMap<>();
    for (ToolParameterDescriptor property : properties) {
      trees.put(property.getName(), described(property));
    }
    tree.put("properties", trees);
    if (!required.isEmpty()) {
      tree.put("required", required);
    }
    return tree;
  }

  private static Map<String, Object> described(ToolParameterDescriptor parameter) {
    Map<String, Object> tree = tree(parameter.getType());
    String description = parameter.getDescription();
    if (!description.isEmpty()) {
      tree.put("description", description);
    }
    return tree;
  }

  private static Map<String, Object> tree(ToolParameterType type) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (type instanceof ToolParameterType.Object object) {
      return object(object.getProperties(), object.getRequiredProperties());
    } else if (type instanceof ToolParameterType.List list) {
      tree.put("type", "array");
      tree.put("items", tree(list.getItemsType()));
    } else if (type instanceof ToolParameterType.Enum constants) {
      tree.put("type", "string");
      tree.put("enum", List.of(constants.getEntries()));
    } else if (type instanceof ToolParameterType.AnyOf choice) {
      List<Object> choices = new ArrayList<>();
      for (ToolParameterDescriptor one : choice.getTypes()) {
        choices.add(described(one));
      }
      tree.put("anyOf", choices);
    } else if (type instanceof ToolParameterType.Integer) {
      tree.put("type", "integer");
    } else if (type instanceof ToolParameterType.Float) {
      tree.put("type", "number");
    } else {
      tree.put("type", type.getName().toLowerCase(Locale.ROOT));
    }
    return tree;
  }
}
