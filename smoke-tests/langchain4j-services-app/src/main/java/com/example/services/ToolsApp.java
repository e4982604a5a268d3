package com.example.services;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProviderResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lets a model call every kind of tool, and make every kind of mistake. */
public final class ToolsApp {
  private ToolsApp() {}

  /** The agent. */
  interface Worker {
    String work(String task);
  }

  /** A place to go. */
  public record Place(String city, int floor) {}

  // A class for each tool, because the JVM has its methods in no certain order.

  /** A tool without an answer. */
  static final class Note {
    @Tool("Writes something down")
    void note(String text) {
      System.out.println("noted: " + text);
    }
  }

  /** A tool with more than a text to say. */
  static final class Find {
    @Tool("Finds a place")
    Place find(@P("what is sought") String what, @P("how many floors up") int floors) {
      return new Place(what, floors);
    }
  }

  /** A tool that nobody describes, with nothing to say. */
  static final class Nothing {
    @Tool
    String nothing() {
      return null;
    }
  }

  /** A tool that fails. */
  static final class Fail {
    @Tool("Fails")
    String fail(List<Place> places) {
      throw new IllegalStateException("the tool is broken at " + places.get(0).city());
    }
  }

  /** A tool that is a class. */
  static final class Echo implements ToolExecutor {
    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
      return request.arguments();
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);

    Worker methods =
        AiServices.builder(Worker.class)
            .chatModel(model)
            .tools(new Note(), new Find(), new Nothing(), new Fail())
            .build();
    print(() -> methods.work("Use the methods."));
    print(() -> methods.work("Get nothing."));
    print(() -> methods.work("Give a wrong type."));
    print(() -> methods.work("Give no JSON."));
    print(() -> methods.work("Invent a tool."));

    Worker mixed =
        AiServices.builder(Worker.class)
            .chatModel(model)
            .tools(given())
            .hallucinatedToolNameStrategy(
                request -> ToolExecutionResultMessage.from(request, "There is no such tool."))
            .build();
    print(() -> mixed.work("Use what is given."));
    print(() -> mixed.work("Break the lambda."));
    print(() -> mixed.work("Invent a tool."));

    Worker provided =
        AiServices.builder(Worker.class)
            .chatModel(model)
            .toolProvider(
                request ->
                    ToolProviderResult.builder()
                        .add(specification("lambda"), (call, memoryId) -> "provided")
                        .build())
            .build();
    print(() -> provided.work("Use what is provided."));

    Worker limited =
        AiServices.builder(Worker.class)
            .chatModel(model)
            .tools(Map.of(specification("echo"), new Echo()))
            .maxSequentialToolsInvocations(2)
            .build();
    print(() -> limited.work("Never end."));
  }

  private static Map<ToolSpecification, ToolExecutor> given() {
    Map<ToolSpecification, ToolExecutor> given = new LinkedHashMap<>();
    given.put(specification("lambda"), (request, memoryId) -> "lambda got " + request.arguments());
    given.put(specification("reference"), ToolsApp::reference);
    given.put(
        specification("broken"),
        (request, memoryId) -> {
          throw new IllegalStateException("the lambda is broken");
        });
    given.put(specification("echo"), new Echo());
    return given;
  }

  private static String reference(ToolExecutionRequest request, Object memoryId) {
    return "reference got " + request.arguments();
  }

  private static ToolSpecification specification(String name) {
    return ToolSpecification.builder()
        .name(name)
        .description("The " + name)
        .parameters(JsonObjectSchema.builder().addIntegerProperty("n", "a number").build())
        .build();
  }

  private static void print(Supplier<Object> answer) {
    try {
      System.out.println(answer.get());
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getName());
    }
  }
}
