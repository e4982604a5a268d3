package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line about how a model was called and what it took. */
final class SettingsText {
  private static final String REQUEST = "gen_ai.request.";

  /** Request settings with a place here, and what to call them. */
  private static final List<Map.Entry<String, String>> SETTINGS =
      List.of(
          Map.entry("temperature", "temperature"),
          Map.entry("top_p", "top-p"),
          Map.entry("top_k", "top-k"),
          Map.entry("max_tokens", "max tokens"),
          Map.entry("frequency_penalty", "frequency penalty"),
          Map.entry("presence_penalty", "presence penalty"),
          Map.entry("seed", "seed"),
          Map.entry("stop_sequences", "stop at"));

  private SettingsText() {}

  static String of(Span span) {
    Attributes attributes = span.attributes();
    List<String> parts = new ArrayList<>();
    add(parts, "", attributes.text(GenAi.PROVIDER));
    for (Map.Entry<String, String> setting : SETTINGS) {
      Object value = attributes.values().get(REQUEST + setting.getKey());
      if (value != null) {
        add(parts, setting.getValue() + " ", JsonText.compact(value));
      }
    }
    Number firstChunk = attributes.number(GenAi.TIME_TO_FIRST_CHUNK);
    if (firstChunk != null) {
      long nanos = (long) Math.max(0, firstChunk.doubleValue() * 1e9);
      parts.add("first chunk after " + Figures.duration(nanos));
    } else if (Boolean.TRUE.equals(attributes.values().get(REQUEST + "stream"))) {
      parts.add("stream");
    }
    tokens(parts, attributes.number(GenAi.CACHED_TOKENS), "cached");
    tokens(parts, attributes.number(GenAi.REASONING_TOKENS), "reasoning");
    List<String> reasons = attributes.texts(GenAi.FINISH_REASONS);
    if (!reasons.isEmpty()) {
      parts.add("finish " + String.join(", ", reasons));
    }
    List<String> tools = toolNames(attributes);
    if (!tools.isEmpty()) {
      parts.add("tools " + String.join(", ", tools));
    }
    add(parts, "conversation ", attributes.text(GenAi.CONVERSATION));
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String label, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parts.add(label + value);
    }
  }

  private static void tokens(List<String> parts, @Nullable Number count, String kind) {
    if (count != null && count.longValue() > 0) {
      parts.add(Figures.count(count.longValue()) + " " + kind + " tokens");
    }
  }

  private static List<String> toolNames(Attributes attributes) {
    List<String> names = new ArrayList<>();
    if (Messages.json(attributes.values().get(GenAi.TOOL_DEFINITIONS)) instanceof List<?> tools) {
      for (Object tool : tools) {
        if (tool instanceof Map<?, ?> definition && definition.get("name") instanceof String name) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
