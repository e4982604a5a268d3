package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line about how a model, an agent, a workflow or a server was called and what it took. */
final class SettingsText {
  private static final int FIRST_ERROR_STATUS = 400;
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
    addAgent(attributes, parts);
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
    String outcome = attributes.text(GenAi.STREAM_OUTCOME);
    add(parts, "stream ", outcome == null ? null : outcome.replace('_', ' '));
    http(parts, attributes);
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
    add(parts, "", attributes.text(GenAi.GUARDRAIL_KIND));
    add(parts, "", attributes.text(GenAi.GUARDRAIL_OUTCOME));
    addRetrieval(parts, attributes);
    mcp(parts, attributes);
    add(parts, "conversation ", attributes.text(GenAi.CONVERSATION));
    return String.join(", ", parts);
  }

  /** What is known of a retrieval, of embeddings and of a moderation. */
  private static void addRetrieval(List<String> parts, Attributes attributes) {
    for (String name : GenAi.AUGMENTATION) {
      String part = attributes.text(name);
      if (part != null && !part.startsWith("Default")) {
        parts.add(part);
      }
    }
    add(parts, "from ", attributes.text(GenAi.STORE));
    Number topK = attributes.number(GenAi.TOP_K);
    if (topK != null) {
      parts.add("top " + Figures.count(topK.longValue()));
    }
    count(parts, attributes.number(GenAi.INGESTED_DOCUMENTS), "document");
    count(parts, attributes.number(GenAi.INGESTED_SEGMENTS), "segment");
    count(parts, attributes.number(GenAi.EMBEDDINGS_COUNT), "embedding");
    count(parts, attributes.number(GenAi.DIMENSIONS), "dimension");
    if (attributes.values().get(GenAi.FLAGGED) instanceof Boolean flagged) {
      parts.add(flagged ? "flagged" : "not flagged");
    }
  }

  private static void count(List<String> parts, @Nullable Number count, String noun) {
    if (count != null) {
      parts.add(Figures.plural(count.longValue(), noun));
    }
  }

  private static void addAgent(Attributes attributes, List<String> parts) {
    add(parts, "", attributes.text(GenAi.WORKFLOW_TOPOLOGY));
    Number iterations = attributes.number(GenAi.WORKFLOW_ITERATIONS);
    if (iterations != null) {
      parts.add(Figures.plural(iterations.longValue(), "iteration"));
    }
    List<String> branches = attributes.texts(GenAi.WORKFLOW_BRANCHES);
    if (!branches.isEmpty()) {
      parts.add("chose " + String.join(", ", branches));
    }
    parts.addAll(attributes.texts(GenAi.WORKFLOW_RECOVERIES));
    String type = attributes.text(GenAi.AGENT_TYPE);
    if (type != null && !type.equals("ai")) {
      parts.add(type.equals("non_ai") ? "no model" : type.replace('_', ' '));
    }
    add(parts, "at ", attributes.text(GenAi.AGENT_URL));
    number(parts, "iteration ", attributes.number(GenAi.AGENT_ITERATION));
    number(parts, "attempt ", attributes.number(GenAi.AGENT_ATTEMPT));
    number(parts, "item ", attributes.number(GenAi.AGENT_ITEM));
    if (Boolean.TRUE.equals(attributes.values().get(GenAi.AGENT_ASYNC))) {
      parts.add("async");
    }
    add(parts, "goal ", attributes.text(GenAi.AGENT_GOAL));
    String outcome = attributes.text(GenAi.AGENT_OUTCOME);
    if (outcome != null && !outcome.equals("completed") && !outcome.equals("succeeded")) {
      parts.add(outcome.replace('_', ' '));
    }
  }

  private static void number(List<String> parts, String label, @Nullable Number value) {
    if (value != null) {
      parts.add(label + value);
    }
  }

  /** What went otherwise than it should between here and the provider. */
  private static void http(List<String> parts, Attributes attributes) {
    Number status = attributes.number(GenAi.HTTP_STATUS);
    if (status != null && status.longValue() >= FIRST_ERROR_STATUS) {
      parts.add("HTTP " + status);
    }
    Number resends = attributes.number(GenAi.HTTP_RESENDS);
    if (resends != null) {
      parts.add("sent " + (resends.longValue() + 1) + " times");
    }
  }

  private static void mcp(List<String> parts, Attributes attributes) {
    String method = attributes.text(GenAi.MCP_METHOD);
    if (method == null) {
      return;
    }
    String address = attributes.text(GenAi.SERVER_ADDRESS);
    Number port = attributes.number(GenAi.SERVER_PORT);
    String way = attributes.text(GenAi.NETWORK_TRANSPORT);
    if (address != null) {
      parts.add("MCP " + method + " at " + address + (port == null ? "" : ":" + port));
    } else {
      parts.add("MCP " + method + (way == null ? "" : " through " + way));
    }
    add(parts, "", attributes.text(GenAi.MCP_RESOURCE));
    add(parts, "session ", attributes.text(GenAi.MCP_SESSION));
    add(parts, "status ", attributes.text(GenAi.RPC_STATUS));
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
