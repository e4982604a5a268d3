package com.example.services;

import dev.langchain4j.agent.tool.CompensateFor;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.langchain4j.service.tool.search.simple.SimpleToolSearchStrategy;
import dev.langchain4j.skills.Skill;
import dev.langchain4j.skills.SkillResource;
import dev.langchain4j.skills.Skills;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** What tools of AI services have learned since the first version. */
public final class NewToolsApp {
  private NewToolsApp() {}

  /** The agent. */
  interface Worker {
    String work(String task);
  }

  /** The agent, with what its tools did. */
  interface Reporter {
    Result<String> work(@UserMessage String task, InvocationParameters parameters);
  }

  // A class for each tool, because the JVM has its methods in no certain order.

  /** What two tools hold that need each other, and the order in which they begin. */
  static final class Pair {
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch both = new CountDownLatch(2);

    String hold(String end) throws InterruptedException {
      begun.release();
      both.countDown();
      both.await();
      return end;
    }

    /** Each tool on a thread of the pool, the second not before the first has begun. */
    void execute(ExecutorService pool, Runnable task) {
      pool.execute(task);
      begun.acquireUninterruptibly();
    }
  }

  /** One of two. */
  record Left(Pair pair) {
    @Tool("Holds the left end")
    String left() throws InterruptedException {
      return pair.hold("left");
    }
  }

  /** The other. */
  record Right(Pair pair) {
    @Tool("Holds the right end")
    String right() throws InterruptedException {
      return pair.hold("right");
    }
  }

  /** A tool whose answer is the agent's. */
  static final class Finish {
    @Tool(value = "Ends the talk", returnBehavior = ReturnBehavior.IMMEDIATE)
    String finish(@P("the last word") String word, InvocationParameters parameters) {
      return word + " " + parameters.get("name");
    }
  }

  /** A tool that does not answer with text. */
  static final class Draw {
    @Tool("Draws")
    Image draw() {
      return Image.builder().base64Data("AAAA").mimeType("image/png").build();
    }
  }

  /** A tool that fails. */
  static final class Fail {
    @Tool("Fails")
    String fail(@P("how often") int times) {
      if (times > 0) {
        throw new IllegalStateException("failed " + times + " times");
      }
      return "fine";
    }
  }

  /** A tool that is undone when another fails. */
  static final class Booking {
    @Tool("Books a room")
    String book(String room) {
      return "booked " + room;
    }

    @CompensateFor("book")
    void cancel(String room) {
      System.out.println("cancelled " + room);
    }
  }

  /** The other. */
  static final class Paying {
    @Tool("Pays")
    String pay(String room, int euros) {
      if (euros > 0) {
        throw new IllegalStateException("no money for " + room);
      }
      return "paid";
    }
  }

  /** What executors have in common, in some program. */
  abstract static class Base implements ToolExecutor {
    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
      throw new UnsupportedOperationException();
    }
  }

  /** Says that it failed, without an exception. */
  static final class Refusing extends Base {
    @Override
    public ToolExecutionResult executeWithContext(
        ToolExecutionRequest request, InvocationContext context) {
      return ToolExecutionResult.builder().isError(true).resultText("I refuse.").build();
    }
  }

  /** Offers another tool in each round. */
  static final class Growing implements ToolProvider {
    @Override
    public ToolProviderResult provideTools(ToolProviderRequest request) {
      String name = "step_" + (request.messages().size() < 2 ? 1 : 2);
      return ToolProviderResult.builder()
          .add(specification(name), (call, memoryId) -> "did " + name)
          .build();
    }

    @Override
    public boolean isDynamic() {
      return true;
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(arguments[0])
            .apiKey("sk-example")
            .modelName("gpt-4o-mini")
            .maxRetries(0)
            .build();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Pair pair = new Pair();
      Worker concurrent =
          worker(model)
              .tools(new Left(pair), new Right(pair))
              .executeToolsConcurrently(task -> pair.execute(pool, task))
              .build();
      print(() -> concurrent.work("Hold both ends."));
    } finally {
      pool.shutdown();
    }

    Reporter various =
        AiServices.builder(Reporter.class)
            .chatModel(model)
            .tools(new Finish(), new Draw(), new Fail())
            .toolArgumentsErrorHandler((error, context) -> ToolErrorHandlerResult.text("No!"))
            .toolExecutionErrorHandler((error, context) -> ToolErrorHandlerResult.text("Sorry!"))
            .build();
    InvocationParameters parameters = InvocationParameters.from("name", "Ada");
    print(() -> various.work("Finish at once.", parameters).toolExecutions().get(0).result());
    print(() -> various.work("Draw.", parameters).content());
    print(() -> various.work("Fail.", parameters).content());
    print(() -> various.work("Fail, without a number.", parameters).content());

    Worker refused =
        worker(model)
            .toolProvider(
                request ->
                    ToolProviderResult.builder()
                        .add(specification("refuse"), new Refusing())
                        .build())
            .build();
    print(() -> refused.work("Be refused."));

    Worker growing = worker(model).toolProvider(new Growing()).build();
    print(() -> growing.work("Take two steps."));

    Worker searching =
        worker(model)
            .tools(new Booking(), new Paying())
            .toolSearchStrategy(new SimpleToolSearchStrategy())
            .build();
    print(() -> searching.work("Search a tool."));

    Worker booking =
        worker(model)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
            .tools(new Booking(), new Paying())
            .compensateOnToolErrors(true)
            .build();
    print(() -> booking.work("Book and pay."));

    Skill skill =
        Skill.builder()
            .name("greeting")
            .description("How to greet")
            .content("Say hello, see hello.txt.")
            .resources(
                List.of(
                    SkillResource.builder().relativePath("hello.txt").content("Hello!").build()))
            .build();
    Worker skilled = worker(model).toolProvider(Skills.from(skill).toolProvider()).build();
    print(() -> skilled.work("Greet with skill."));

    Worker broken =
        worker(model)
            .chatRequestTransformer(
                request -> {
                  throw new IllegalStateException("no request");
                })
            .build();
    print(() -> broken.work("Ask nobody."));
    Worker transformed =
        worker(model)
            .systemMessage("Be kind.")
            .systemMessageTransformer(text -> text + " Be brief.")
            .chatRequestTransformer(request -> request.toBuilder().temperature(0.5).build())
            .build();
    print(() -> transformed.work("Greet me"));
  }

  private static AiServices<Worker> worker(ChatModel model) {
    return AiServices.builder(Worker.class).chatModel(model);
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
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
