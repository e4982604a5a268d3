package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.instrumentation.http.wire.WireCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of the requests that are LLM calls. Immutable. A request that is none costs one look-up
 * of the last word of its path.
 */
final class LlmEndpoints {
  private static final String RESOURCE = "/META-INF/automagik.llm-endpoints";

  private static final Pattern ENTRY =
      Pattern.compile("[^/:=\\s]+(:[0-9]{1,5})?(/[^/=\\s]+)+=[a-z.]+");

  private final Map<String, List<Route>> byLastWord = new HashMap<>();
  private final Map<String, String> providersByHost = new HashMap<>();

  /** By the last two labels, which every end has. */
  private final Map<String, Map<String, String>> hostEnds = new HashMap<>();

  private final Map<String, String> providersByHostStart = new LinkedHashMap<>();
  private final Map<Integer, String> providersByPort = new HashMap<>();

  private LlmEndpoints() {}

  /**
   * The table in the agent's jar, and before it what the user adds.
   *
   * @param added each as {@link #problem} wants it
   */
  static LlmEndpoints read(List<String> added) {
    LlmEndpoints table = new LlmEndpoints();
    for (String entry : added) {
      table.add(Route.ofUser(entry));
    }
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
      case "endpoint" -> add(Route.of(words));
      case "except" -> add(Route.except(words[1]));
      case "host" -> {
        String name = words[1];
        if (name.startsWith("*")) {
          hostEnds
              .computeIfAbsent(domain(name), domain -> new LinkedHashMap<>())
              .put(name.substring(1), words[2]);
        } else if (name.endsWith("*")) {
          providersByHostStart.put(name.substring(0, name.length() - 1), words[2]);
        } else {
          providersByHost.put(name, words[2]);
        }
      }
      case "port" -> providersByPort.put(Integer.valueOf(words[1]), words[2]);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private void add(Route route) {
    String last = route.segments.get(route.segments.size() - 1);
    byLastWord.computeIfAbsent(lastWord(last), word -> new ArrayList<>()).add(route);
  }

  /**
   * What is wrong with an entry of the user's; null when it is {@code host[:port]/path=dialect}.
   */
  static @Nullable String problem(String entry) {
    if (!ENTRY.matcher(entry).matches()) {
      return "\"" + entry + "\" is not host[:port]/path=dialect";
    }
    if (entry.contains(Route.MODEL + "=")) {
      return "\"" + entry + "\" ends with the model, expected a path that ends with a word";
    }
    String dialect = entry.substring(entry.lastIndexOf('=') + 1);
    return WireCall.dialects().contains(dialect)
        ? null
        : "\"" + entry + "\" names no dialect; there are " + String.join(", ", WireCall.dialects());
  }

  /** Whether any LLM call has a path that ends like this one: one look-up. */
  boolean mayHave(String path) {
    return byLastWord.containsKey(lastWord(path));
  }

  /**
   * The endpoint that a request goes to; null when it is no LLM call.
   *
   * @param forModelCall whether a traced library makes the request for a model call
   */
  @Nullable LlmEndpoint find(String host, int port, String path, boolean forModelCall) {
    List<Route> routes = byLastWord.get(lastWord(path));
    if (routes == null) {
      return null;
    }
    String known = provider(host, port);
    for (Route route : routes) {
      if ((known != null || forModelCall || !route.ambiguous)
          && route.fits(host, port)
          && route.fits(path)) {
        return route.excepts()
            ? null
            : new LlmEndpoint(
                route.dialect, known == null ? route.provider : known, route.model(path));
      }
    }
    return null;
  }

  private @Nullable String provider(String host, int port) {
    String exact = providersByHost.get(host);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, String> end : hostEnds.getOrDefault(domain(host), Map.of()).entrySet()) {
      if (host.endsWith(end.getKey())) {
        return end.getValue();
      }
    }
    for (Map.Entry<String, String> start : providersByHostStart.entrySet()) {
      if (host.startsWith(start.getKey())) {
        return start.getValue();
      }
    }
    return providersByPort.get(port);
  }

  /** The last two labels of a host. */
  private static String domain(String host) {
    int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
    return host.substring(dot + 1);
  }

  /** What follows the last slash, or the last colon after it, as Google writes verbs. */
  private static String lastWord(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  }

  /** The segments of a path, from its end. */
  private record Route(
      @Nullable String host,
      int port,
      List<String> segments,
      String dialect,
      String provider,
      boolean ambiguous) {
    private static final String MODEL = "{model}";

    static Route of(String[] words) {
      return new Route(
          null,
          0,
          segments(words[1]),
          words[2],
          words[3],
          words.length > 4 && words[4].equals("ambiguous"));
    }

    /** Of paths that are no LLM calls, though others that end so are. */
    static Route except(String path) {
      return new Route(null, 0, segments(path), "", "", false);
    }

    private static List<String> segments(String path) {
      return List.of(path.substring(path.startsWith("*/") ? 2 : 1).split("/"));
    }

    static Route ofUser(String entry) {
      int slash = entry.indexOf('/');
      int equals = entry.lastIndexOf('=');
      int colon = entry.lastIndexOf(':', slash);
      String host = entry.substring(0, colon < 0 ? slash : colon);
      String dialect = entry.substring(equals + 1);
      return new Route(
          host.equals("*") ? null : host,
          colon < 0 ? 0 : Integer.parseInt(entry.substring(colon + 1, slash)),
          List.of(entry.substring(slash + 1, equals).split("/")),
          dialect,
          provider(dialect),
          false);
    }

    /** Whose protocol it is, which is all that is known about a gateway. */
    private static String provider(String dialect) {
      return switch (dialect) {
        case "anthropic" -> "anthropic";
        case "bedrock.converse", "bedrock.invoke" -> "aws.bedrock";
        case "cohere.chat" -> "cohere";
        case "dashscope" -> "alibaba_cloud.dashscope";
        case "gemini", "gemini.predict" -> "gcp.gen_ai";
        case "ollama", "ollama.generate" -> "ollama";
        case "rerank" -> "jina";
        default -> "openai";
      };
    }

    boolean excepts() {
      return dialect.isEmpty();
    }

    boolean fits(String toHost, int toPort) {
      return (host == null || host.equalsIgnoreCase(toHost)) && (port == 0 || port == toPort);
    }

    boolean fits(String path) {
      int end = path.length();
      for (int i = segments.size() - 1; i >= 0; i--) {
        int slash = end < 0 ? -1 : path.lastIndexOf('/', end - 1);
        if (slash < 0 || !fits(segments.get(i), path, slash + 1, end)) {
          return false;
        }
        end = slash;
      }
      return true;
    }

    private static boolean fits(String pattern, String path, int start, int end) {
      int from = pattern.startsWith(MODEL) ? MODEL.length() : 0;
      int fixed = pattern.length() - from;
      return (from == 0 ? end - start == fixed : end - start > fixed)
          && path.regionMatches(end - fixed, pattern, from, fixed);
    }

    /** What stands in the path for the model; null when the path does not name it. */
    @Nullable String model(String path) {
      int end = path.length();
      for (int i = segments.size() - 1; i >= 0; i--) {
        int start = path.lastIndexOf('/', end - 1) + 1;
        String pattern = segments.get(i);
        if (pattern.startsWith(MODEL)) {
          return decoded(path.substring(start, end - (pattern.length() - MODEL.length())));
        }
        end = start - 1;
      }
      return null;
    }

    /** Names with a colon or a slash, as Bedrock's, are escaped in a path. */
    private static String decoded(String segment) {
      try {
        return segment.indexOf('%') < 0
            ? segment
            : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException noEscape) {
        return segment;
      }
    }
  }
}
