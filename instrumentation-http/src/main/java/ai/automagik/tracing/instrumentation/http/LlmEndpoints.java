package ai.automagik.tracing.instrumentation.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of the requests that are LLM calls. Immutable. A request that is none costs one look-up
 * of the last word of its path.
 */
final class LlmEndpoints {
  private static final String RESOURCE = "/META-INF/automagik.llm-endpoints";

  private final Map<String, List<Pattern>> byLastWord = new HashMap<>();
  private final Map<String, String> providersByHost = new HashMap<>();
  private final Map<String, String> providersByHostEnd = new LinkedHashMap<>();
  private final Map<Integer, String> providersByPort = new HashMap<>();

  private LlmEndpoints() {}

  /** The table in the agent's jar. */
  static LlmEndpoints read() {
    LlmEndpoints table = new LlmEndpoints();
    InputStream resource = LlmEndpoints.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException("the agent's jar has no " + RESOURCE);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("//")) {
          table.add(line.strip().split(" +"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String[] words) {
    switch (words[0]) {
      case "endpoint" -> {
        Pattern pattern = Pattern.of(words);
        byLastWord.computeIfAbsent(lastWord(words[1]), word -> new ArrayList<>()).add(pattern);
      }
      case "host" -> {
        boolean end = words[1].startsWith("*");
        (end ? providersByHostEnd : providersByHost)
            .put(end ? words[1].substring(1) : words[1], words[2]);
      }
      case "port" -> providersByPort.put(Integer.valueOf(words[1]), words[2]);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  /**
   * The endpoint that a request goes to; null when it is no LLM call.
   *
   * @param forModelCall whether a traced library makes the request for a model call
   */
  @Nullable LlmEndpoint find(String host, int port, String path, boolean forModelCall) {
    List<Pattern> patterns = byLastWord.get(lastWord(path));
    if (patterns == null) {
      return null;
    }
    String[] segments = path.split("/", -1);
    String known = provider(host, port);
    for (Pattern pattern : patterns) {
      if ((known != null || forModelCall || !pattern.ambiguous) && pattern.fits(segments)) {
        return new LlmEndpoint(
            pattern.dialect, known == null ? pattern.provider : known, pattern.model(segments));
      }
    }
    return null;
  }

  private @Nullable String provider(String host, int port) {
    String exact = providersByHost.get(host);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, String> end : providersByHostEnd.entrySet()) {
      if (host.endsWith(end.getKey())) {
        return end.getValue();
      }
    }
    return providersByPort.get(port);
  }

  /** What follows the last slash, or the last colon after it, as Google writes verbs. */
  private static String lastWord(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  }

  /** The segments of a path, from its end. */
  private record Pattern(
      List<String> segments, String dialect, String provider, boolean ambiguous) {
    private static final String MODEL = "{model}";

    static Pattern of(String[] words) {
      return new Pattern(
          List.of(words[1].substring(words[1].startsWith("*/") ? 2 : 1).split("/")),
          words[2],
          words[3],
          words.length > 4 && words[4].equals("ambiguous"));
    }

    boolean fits(String[] path) {
      int offset = path.length - segments.size();
      if (offset < 0) {
        return false;
      }
      for (int i = 0; i < segments.size(); i++) {
        if (!fits(segments.get(i), path[offset + i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean fits(String pattern, String segment) {
      return pattern.startsWith(MODEL)
          ? segment.length() > pattern.length() - MODEL.length()
              && segment.endsWith(pattern.substring(MODEL.length()))
          : pattern.equals(segment);
    }

    @Nullable String model(String[] path) {
      int offset = path.length - segments.size();
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i).startsWith(MODEL)) {
          String segment = path[offset + i];
          return segment.substring(
              0, segment.length() - (segments.get(i).length() - MODEL.length()));
        }
      }
      return null;
    }
  }
}
