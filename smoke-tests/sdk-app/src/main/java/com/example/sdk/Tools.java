package com.example.sdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One tool, as each provider wants it described. */
final class Tools {
  private static final Map<String, ?> PARAMETERS =
      new TreeMap<>(
          Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

  private Tools() {}

  static List<Map<String, ?>> openAi() {
    return List.of(
        Map.of(
            "type",
            "function",
            "function",
            new TreeMap<>(Map.of("name", "get_weather", "parameters", PARAMETERS))));
  }

  static List<Map<String, ?>> anthropic() {
    return List.of(new TreeMap<>(Map.of("name", "get_weather", "input_schema", PARAMETERS)));
  }
}
