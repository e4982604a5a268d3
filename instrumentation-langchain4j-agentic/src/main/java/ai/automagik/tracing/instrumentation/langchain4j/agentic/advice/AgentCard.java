package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a remote agent says of itself. Read by reflection: the types are those of a client library
 * that has changed their package, and most applications have none.
 */
record AgentCard(
    @Nullable String name,
    @Nullable String description,
    @Nullable String version,
    @Nullable String url) {

  /**
   * @param proxy the agent, which has its card
   */
  static AgentCard of(Object proxy) {
    Object card = null;
    for (Class<?> type : proxy.getClass().getInterfaces()) {
      if (type.getName().startsWith("dev.langchain4j.agentic.a2a.")) {
        card = read(type, proxy, "agentCard");
      }
    }
    return new AgentCard(
        text(card, "name"), text(card, "description"), text(card, "version"), text(card, "url"));
  }

  void describe(ActiveSpan span) {
    span.set(Attribute.AGENT_VERSION, version);
    span.set(Attribute.AGENT_URL, url);
    if (url == null) {
      return;
    }
    try {
      URI uri = new URI(url);
      span.set(Attribute.SERVER_ADDRESS, uri.getHost());
      if (uri.getHost() != null) {
        int known = "https".equals(uri.getScheme()) ? 443 : 80;
        span.set(Attribute.SERVER_PORT, Integer.valueOf(uri.getPort() < 0 ? known : uri.getPort()));
      }
    } catch (URISyntaxException notAnAddress) {
      // The card may say anything; the text as it is stands in the URL.
    }
  }

  private static @Nullable String text(@Nullable Object card, String accessor) {
    return card != null && read(card.getClass(), card, accessor) instanceof String text
        ? text
        : null;
  }

  private static @Nullable Object read(Class<?> type, Object target, String accessor) {
    try {
      return type.getMethod(accessor).invoke(target);
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return null;
    }
  }
}
