package com.example.mcpsdk;

import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What another version of the SDK wants to have done in another way, by reflection. */
final class Sdk {
  private static final String SCHEMA = "{\"type\":\"object\"}";

  private Sdk() {}

  /** The older kind of HTTP, with one stream of events for all answers. */
  @SuppressWarnings("deprecation")
  static McpClientTransport events(String url) {
    URI address = URI.create(url);
    return HttpClientSseClientTransport.builder(url.substring(0, url.indexOf(address.getPath())))
        .sseEndpoint(address.getPath())
        .build();
  }

  /** A process that runs a class of this program; with the agent, if this one has it. */
  static McpClientTransport process(Class<?> server) {
    List<String> arguments =
        new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(each -> each.startsWith("-javaagent:"))
        .forEach(arguments::add);
    arguments.add("-Duser.home=" + System.getProperty("user.home"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), server.getName()));
    ServerParameters parameters =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args(arguments)
            .build();
    return (McpClientTransport)
        either(
            () -> make(StdioClientTransport.class, parameters),
            () -> make(StdioClientTransport.class, parameters, mapper()));
  }

  /** A server on stdin and stdout, without anything yet. */
  static McpServer.SyncSpecification<?> server() {
    Object provider =
        either(
            () -> make(StdioServerTransportProvider.class),
            () -> make(StdioServerTransportProvider.class, mapper()));
    return (McpServer.SyncSpecification<?>)
        invoke(null, McpServer.class, "sync", McpServerTransportProvider.class, provider);
  }

  /** A tool without parameters. */
  static SyncToolSpecification tool(String name, Supplier<CallToolResult> execution) {
    return tool(name, (exchange, request) -> execution.get());
  }

  /** A tool that may ask the client for something. */
  static SyncToolSpecification toolThatAsks(
      String name, Function<McpSyncServerExchange, CallToolResult> execution) {
    return tool(name, (exchange, request) -> execution.apply((McpSyncServerExchange) exchange));
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static SyncToolSpecification tool(String name, BiFunction call) {
    Tool tool =
        (Tool) either(() -> make(Tool.class, name, "Does it", SCHEMA), () -> Newer.tool(name));
    return (SyncToolSpecification) make(SyncToolSpecification.class, tool, call);
  }

  static CallToolResult result(String text, boolean error) {
    List<Content> content = List.of(new TextContent(text));
    return (CallToolResult)
        either(
            () -> make(CallToolResult.class, content, error), () -> Newer.result(content, error));
  }

  /** A question for the client's model. */
  static CreateMessageRequest question(String text) {
    List<SamplingMessage> messages = List.of(new SamplingMessage(Role.USER, new TextContent(text)));
    return (CreateMessageRequest)
        either(() -> Older.question(messages), () -> Newer.question(messages));
  }

  static Resource resource(String uri) {
    return (Resource)
        either(
            () ->
                Resource.class
                    .getConstructor(
                        String.class, String.class, String.class, String.class, Annotations.class)
                    .newInstance(uri, "memo", null, "text/plain", null),
            () -> Newer.resource(uri));
  }

  private interface Making {
    Object get() throws ReflectiveOperationException;
  }

  private static Object either(Making older, Making newer) {
    try {
      return older.get();
    } catch (ReflectiveOperationException otherVersion) {
      try {
        return newer.get();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  private static Object make(Class<?> type, Object... arguments) {
    for (var constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == arguments.length) {
        boolean fits = true;
        for (int i = 0; i < arguments.length; i++) {
          Class<?> wanted = constructor.getParameterTypes()[i];
          fits &= wanted.isInstance(arguments[i]);
        }
        if (fits) {
          try {
            return constructor.newInstance(arguments);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        }
      }
    }
    return sneak(new NoSuchMethodException(type.getName()));
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> Object sneak(Exception exception) throws E {
    throw (E) exception;
  }

  private static Object invoke(
      Object target, Class<?> type, String name, Class<?> parameter, Object argument) {
    try {
      return type.getMethod(name, parameter).invoke(target, argument);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object mapper() throws ReflectiveOperationException {
    return Class.forName("io.modelcontextprotocol.json.McpJsonDefaults")
        .getMethod("getMapper")
        .invoke(null);
  }

  /** By reflection, because newer versions lack it. */
  private static final class Older {
    static Object question(List<SamplingMessage> messages) throws ReflectiveOperationException {
      for (var constructor : CreateMessageRequest.class.getConstructors()) {
        if (constructor.getParameterTypes()[5] == int.class) {
          return constructor.newInstance(messages, null, "Be short.", null, null, 9, null, null);
        }
      }
      throw new NoSuchMethodException("with a number of tokens");
    }
  }

  /** Apart from its callers, because older versions lack what it names. */
  private static final class Newer {
    static Tool tool(String name) {
      return Tool.builder(name, Map.of("type", "object")).description("Does it").build();
    }

    static CreateMessageRequest question(List<SamplingMessage> messages) {
      return new CreateMessageRequest(messages, null, "Be short.", null, null, 9, null, null, null);
    }

    static CallToolResult result(List<Content> content, boolean error) {
      return new CallToolResult(content, error, null, null);
    }

    static Resource resource(String uri) {
      return Resource.builder(uri, "memo").mimeType("text/plain").build();
    }
  }
}
