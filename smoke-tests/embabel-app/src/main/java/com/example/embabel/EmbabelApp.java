package com.example.embabel;

import com.embabel.agent.core.Agent;
import com.embabel.agent.core.AgentProcess;
import com.embabel.agent.core.EarlyTerminationPolicy;
import com.embabel.agent.core.ProcessOptions;
import com.embabel.agent.core.hitl.ConfirmationRequest;
import com.embabel.agent.core.hitl.ConfirmationResponse;
import com.embabel.agent.domain.io.UserInput;
import com.embabel.agent.spi.config.spring.AgentPlatformProperties.ProcessType;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;

/** Agents of Embabel: done, failed, tried again, waiting, stuck, ended, inside others, at once. */
public final class EmbabelApp {
  private EmbabelApp() {}

  /**
   * Runs all of them.
   *
   * @param args where a model of OpenAI's is
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("org.jboss.logging.provider", "slf4j"); // which says nothing
    ChatModel model =
        OpenAiChatModel.builder()
            .openAiApi(OpenAiApi.builder().baseUrl(args[0]).apiKey("none").build())
            .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o-mini").build())
            .build();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Platform platform = Platform.of(model, ProcessType.SIMPLE, false, threads, threads);
      tools(platform);
      errors(platform);
      approval(platform);
      attempts(platform);
      limits(platform);
      inTurns(platform);
      together(platform);
      ChatModel patient = new PatientModel(model);
      streamed(Platform.of(patient, ProcessType.SIMPLE, true, threads, threads));

      Semaphore begun = new Semaphore(0);
      atOnce(
          Platform.of(
              model, ProcessType.CONCURRENT, false, Twins.oneByOne(threads, begun), threads),
          begun);
    }
  }

  private static Map<String, Object> asked(String text) {
    return Map.of("it", new UserInput(text));
  }

  private static void tools(Platform platform) {
    print(platform.process(new Reporter(), asked("How is the weather?")).run());
    print(platform.process(new Reporter(), asked("Use what is broken.")).run());
  }

  private static void errors(Platform platform) {
    AgentProcess process = platform.process(new Reporter(), asked("fail"));
    try {
      process.run();
    } catch (RuntimeException e) {
      System.out.println(process.getStatus() + " " + e.getClass().getSimpleName());
    }
    print(platform.process(new Reporter(), Map.of("number", 7)).run()); // has nothing to begin with
  }

  /** Another agent works, and somebody has a say. */
  private static void approval(Platform platform) {
    AgentProcess process = platform.process(new Editor(), asked("How is the weather?"));
    print(process.run()); // waits
    ConfirmationRequest<?> request = process.last(ConfirmationRequest.class);
    request.onResponse(
        new ConfirmationResponse("1", request.getId(), true, false, Instant.now()), process);
    print(process.run());
    print(process.run()); // is over
  }

  private static void attempts(Platform platform) {
    print(platform.process(new Clerk(), asked("again")).run());
    print(platform.process(new Clerk(), asked("otherwise")).run());
    print(platform.process(new Clerk(), asked("enough")).run());
    print(platform.process(new Clerk(), asked("poem")).run());
    print(platform.process(new Clerk(), asked("all")).run());
    AgentProcess process = platform.process(new Clerk(), asked("fly"));
    try {
      process.run();
    } catch (IllegalStateException e) {
      System.out.println(process.getStatus() + " " + e.getMessage());
    }
  }

  private static void limits(Platform platform) {
    ProcessOptions frugal =
        new ProcessOptions()
            .withAdditionalEarlyTerminationPolicy(EarlyTerminationPolicy.maxActions(1));
    print(platform.process(Platform.agent(new Clerk()), frugal, asked("again")).run());
  }

  /** The application asks for each step. */
  private static void inTurns(Platform platform) {
    AgentProcess process = platform.process(new Clerk(), asked("again"));
    while (!process.getFinished()) {
      print(process.tick());
    }
  }

  /** One agent, at work for two at the same time. */
  private static void together(Platform platform) throws InterruptedException {
    Semaphore begun = new Semaphore(0);
    Agent agent = Platform.agent(new Twins(begun));
    AgentProcess first = platform.process(agent, asked("One"));
    AgentProcess second = platform.process(agent, asked("Two"));
    CompletableFuture<AgentProcess> running = platform.platform().start(first);
    begun.acquire();
    print(platform.platform().start(second).join());
    print(running.join());
  }

  private static void streamed(Platform platform) {
    print(platform.process(new Caller(), asked("How is the weather?")).run());
  }

  private static void atOnce(Platform platform, Semaphore begun) {
    print(platform.process(new Twins(begun), asked("Both")).run());
  }

  private static void print(AgentProcess process) {
    Object result = process.lastResult();
    System.out.println(
        process.getId()
            + " "
            + process.getStatus()
            + " "
            + (result instanceof String text ? text : result.getClass().getSimpleName()));
  }
}
