package com.example.alibaba;

import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.NodeOutput;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.agent.Agent;
import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.retry.RetryUtils;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Runs agents and graphs of Spring AI Alibaba. */
public final class TourApp {
  private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

  private TourApp() {}

  public static void main(String[] arguments) throws Exception {
    ChatModel model = model(arguments[0]);
    agents(new Agents(model));
    graphs(new Graphs(model));
    System.exit(0); // schedulers outlive the program
  }

  private static ChatModel model(String url) {
    return OpenAiChatModel.builder()
        .openAiApi(OpenAiApi.builder().baseUrl(url).apiKey("no-key").build())
        .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o-mini").build())
        .retryTemplate(RetryUtils.SHORT_RETRY_TEMPLATE)
        .build();
  }

  private static void agents(Agents agents) throws Exception {
    ReactAgent guide = agents.guide();
    RunnableConfig thread = RunnableConfig.builder().threadId("thread-1").build();
    System.out.println(guide.call("How is the weather?", thread).getText());
    System.out.println(guide.call("Use what is broken.").getText());
    System.out.println(guide.stream("How is the weather, in pieces?").count().block() > 2);
    Flux<NodeOutput> prepared = guide.stream("Hello?");
    System.out.println("prepared");
    System.out.println(prepared.blockFirst() != null);
    run(agents.tour());
    run(agents.leaflets());
    run(agents.polish());
  }

  private static void run(Agent agent) throws Exception {
    Optional<OverAllState> state = agent.invoke("Plan a day.");
    System.out.println(agent.name() + " " + state.isPresent());
  }

  private static void graphs(Graphs graphs) throws Exception {
    RunnableConfig thread = RunnableConfig.builder().threadId("thread-2").build();
    print(graphs.story().invoke(Map.of("text", "Once"), thread));
    print(graphs.edition().invoke(Map.of("text", "Harbour")));
    print(graphs.fork().invoke(Map.of()));
    for (CompiledGraph broken : graphs.broken()) {
      try {
        print(broken.invoke(Map.of()));
      } catch (RuntimeException e) {
        System.out.println("broken");
      }
    }
    CompiledGraph approval = graphs.approval();
    System.out.println(approval.invokeAndGetOutput(Map.of(), thread).isPresent());
    System.out.println(graphs.story().stream(Map.of("text", "Twice")).count().block());
    cancelled(graphs.endless(false));
    awaitCollected(forgotten(graphs.endless(true)));
  }

  private static void print(Optional<OverAllState> state) {
    System.out.println(
        state
            .map(
                end -> {
                  Map<String, Object> values = new TreeMap<>(end.data());
                  values.keySet().removeIf(name -> name.startsWith("_"));
                  return values.keySet().toString();
                })
            .orElse("nothing"));
  }

  private static void cancelled(CompiledGraph graph) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Disposable waiting = graph.stream(Map.of()).doOnCancel(over::countDown).subscribe();
    waiting.dispose();
    over.await();
    System.out.println("cancelled");
  }

  /** Nobody knows of the run any more, nor will its node ever be done. */
  private static WeakReference<Object> forgotten(CompiledGraph graph) {
    Disposable waiting = graph.stream(Map.of()).subscribe();
    return new WeakReference<>(waiting, QUEUE);
  }

  private static void awaitCollected(WeakReference<Object> object) throws InterruptedException {
    Reference<?> found = null;
    while (found != object) {
      System.gc();
      found = QUEUE.remove(100);
    }
    System.out.println("forgotten");
  }
}
