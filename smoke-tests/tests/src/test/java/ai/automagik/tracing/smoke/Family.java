package ai.automagik.tracing.smoke;

import java.util.List;
import java.util.function.Function;

/**
 * A library of which {@code ./versions} runs every minor version: its sample applications, and the
 * newest patch of each minor. Immutable.
 *
 * <p>{@link #ALL} is the whole table; a new library is a new entry in it.
 *
 * @param name the module of the samples without {@code -app}
 * @param properties what Maven is told, as {@code name=value}, so that the module {@code
 *     libraries-<name>-newest} comes to the jars of a version
 * @param versions oldest first
 */
record Family(
    String name,
    List<Sample> samples,
    Function<String, List<String>> properties,
    List<String> versions) {
  static final List<Family> ALL =
      List.of(
          new Family(
              "langchain4j",
              List.of(
                  Sample.TRAVEL, Sample.STREAM, Sample.ERROR, Sample.LOOP, Sample.HOPS, Sample.RAG),
              version -> List.of("langchain4j.newest.version=" + version),
              List.of(
                  "1.0.1", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0", "1.6.0", "1.7.1", "1.8.0",
                  "1.9.1", "1.10.0", "1.11.0", "1.12.2", "1.13.0", "1.14.1", "1.15.1", "1.16.3",
                  "1.17.2", "1.18.1", "1.19.0")),
          new Family(
              "agentscope",
              List.of(Sample.AGENTSCOPE),
              version -> List.of("agentscope.newest.version=" + version),
              List.of("1.0.0", "2.0.0")),
          new Family(
              "adk",
              List.of(Sample.ADK_GUIDE),
              version -> List.of("google-adk.newest.version=" + version),
              List.of("0.3.0", "0.5.0", "1.0.0", "1.8.0")),
          new Family(
              "koog",
              List.of(Sample.KOOG),
              version -> List.of("koog.newest.version=" + version),
              List.of("1.0.0", "1.1.1")),
          new Family(
              "okhttp",
              List.of(OkHttpIT.CALLS, OkHttpIT.OBSTACLES),
              version -> List.of("okhttp.newest.version=" + version),
              List.of(
                  "3.14.9", "4.4.1", "4.7.2", "4.9.3", "4.10.0", "4.11.0", "4.12.0", "5.1.0",
                  "5.3.2", "5.5.1")),
          new Family(
              "langgraph4j",
              List.of(Sample.LANGGRAPH4J),
              version -> List.of("langgraph4j.newest.version=" + version),
              List.of("1.5.14", "1.6.0", "1.7.10", "1.8.17")),
          new Family(
              "semantic-kernel",
              List.of(Sample.SEMANTIC_KERNEL),
              version -> List.of("semantic-kernel.newest.version=" + version),
              List.of("1.2.2", "1.3.0", "1.4.2")),
          new Family(
              "spring-ai",
              List.of(Sample.SPRING_AI),
              version ->
                  List.of(
                      "spring-ai.newest.version=" + version,
                      "spring-boot.of-spring-ai.newest.version="
                          + switch (version) {
                            case "1.0.0" -> "3.4.5";
                            case "1.1.2" -> "3.5.9";
                            default -> "4.1.0";
                          }),
              List.of("1.0.0", "1.1.2", "2.0.0")),
          new Family(
              "spring-ai-alibaba",
              List.of(Sample.SPRING_AI_ALIBABA),
              version ->
                  List.of(
                      "spring-ai-alibaba.newest.version=" + version,
                      "spring-ai.of-spring-ai-alibaba.newest.version="
                          + version.substring(0, version.lastIndexOf('.'))),
              List.of("1.1.0.0", "1.1.2.2")));

  /** The versions that a command line asks for: all of them, or those that begin so. */
  List<String> asked(List<String> prefixes) {
    return versions.stream()
        .filter(
            version ->
                prefixes.isEmpty()
                    || prefixes.stream()
                        .anyMatch(
                            asked -> version.equals(asked) || version.startsWith(asked + ".")))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
