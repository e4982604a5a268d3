package com.example.travel;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many agents at once, each on a thread of its own, virtual where there are such, each with a tool
 * that opens many streams at once: one half straight from the model, the other half agents
 * themselves.
 */
public final class StormApp {
  private final StreamingChatModel streaming;
  private final int streamsPerAgent;
  private final AtomicInteger completed = new AtomicInteger();

  private StormApp(StreamingChatModel streaming, int streamsPerAgent) {
    this.streaming = streaming;
    this.streamsPerAgent = streamsPerAgent;
  }

  /**
   * Runs the program.
   *
   * @param arguments number of agents; number of streams of each; and the address of a server, or
   *     nothing for a model inside this program, which answers nobody before everybody has asked
   */
  public static void main(String[] arguments) throws Exception {
    int agents = Integer.parseInt(arguments[0]);
    int streams = Integer.parseInt(arguments[1]);
    try (Pump pump = new Pump(agents * streams, 4)) {
      StreamingChatModel streaming = arguments.length > 2 ? Models.streaming(arguments[2]) : pump;
      StormApp storm = new StormApp(streaming, streams);
      ExecutorService threads = threads();
      for (int i = 0; i < agents; i++) {
        String name = "agent-" + i;
        threads.execute(() -> storm.runAgent(name));
      }
      threads.shutdown();
      System.out.println("in time: " + threads.awaitTermination(300, TimeUnit.SECONDS));
      System.out.println("completed: " + storm.completed);
    }
  }

  private static ExecutorService threads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException older) {
      return Executors.newCachedThreadPool();
    }
  }

  private void runAgent(String name) {
    AiServices.builder(Forecaster.class)
        .chatModel(new OpensStorm())
        .tools(new Storm())
        .build()
        .forecast(name);
  }

  /** The agent. */
  interface Forecaster {
    String forecast(String name);
  }

  /** Opens the streams and waits for all. */
  public final class Storm {
    @Tool(name = "storm", value = "Opens streams")
    public String storm(@P("who asks") String name) throws InterruptedException {
      CountDownLatch open = new CountDownLatch(streamsPerAgent);
      Clock clock = AiServices.builder(Clock.class).streamingChatModel(streaming).build();
      for (int i = 0; i < streamsPerAgent; i++) {
        String question = name + " stream-" + i + " ";
        if (i % 2 == 0) {
          streaming.chat(question, new CountingDown(open));
        } else {
          clock
              .tell(question)
              .onPartialResponse(text -> {})
              .onCompleteResponse(response -> closed(open))
              .onError(error -> open.countDown())
              .start();
        }
      }
      open.await();
      return "over";
    }
  }

  private void closed(CountDownLatch open) {
    completed.incrementAndGet();
    open.countDown();
  }

  private final class CountingDown implements StreamingChatResponseHandler {
    private final CountDownLatch open;

    CountingDown(CountDownLatch open) {
      this.open = open;
    }

    @Override
    public void onPartialResponse(String text) {}

    @Override
    public void onCompleteResponse(ChatResponse response) {
      closed(open);
    }

    @Override
    public void onError(Throwable error) {
      open.countDown();
    }
  }

  /** Has the tool called with what the user says, and then is content. */
  private static final class OpensStorm implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      var last = request.messages().get(request.messages().size() - 1);
      AiMessage answer =
          last instanceof ToolExecutionResultMessage
              ? AiMessage.from("calm again")
              : AiMessage.from(
                  ToolExecutionRequest.builder()
                      .id("call_1")
                      .name("storm")
                      .arguments("{\"name\":\"" + ((UserMessage) last).singleText() + "\"}")
                      .build());
      return ChatResponse.builder().aiMessage(answer).build();
    }
  }
}
