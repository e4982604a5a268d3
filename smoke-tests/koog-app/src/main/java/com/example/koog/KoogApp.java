package com.example.koog;

import ai.koog.agents.core.agent.AIAgent;
import ai.koog.agents.core.agent.session.AdditionalInputs;
import ai.koog.agents.core.tools.ToolRegistry;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.executor.clients.LLMClient;
import ai.koog.prompt.executor.clients.anthropic.AnthropicModels;
import ai.koog.prompt.executor.clients.openai.OpenAIModels;
import ai.koog.prompt.executor.clients.openai.OpenAIResponsesParams;
import ai.koog.prompt.executor.clients.retry.RetryingLLMClient;
import ai.koog.prompt.executor.model.PromptExecutor;
import io.ktor.client.engine.apache5.Apache5;
import io.ktor.client.engine.cio.CIO;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;

/** Agents of Koog, and its executors and clients without one, over an HTTP client of Ktor's own. */
public final class KoogApp {
  private static final String SESSION = "9d2f4c1e-5a0b-4c55-8f61-0c6a3d1e7b42";

  private KoogApp() {}

  public static void main(String[] arguments) throws Exception {
    LLMClient client = Clients.openAi(arguments[0], CIO.INSTANCE);
    PromptExecutor executor = PromptExecutor.builder().addClient(client).build();
    ToolRegistry tools = ToolRegistry.builder().tools(new GuideTools(executor)).build();

    AIAgent<String, String> guide =
        AIAgent.builder()
            .id("guide")
            .promptExecutor(executor)
            .llmModel(OpenAIModels.Chat.GPT4oMini)
            .systemPrompt("Be brief.")
            .temperature(0.3)
            .toolRegistry(tools)
            .build();
    print(() -> guide.run("How is the weather?", SESSION));
    print(
        () ->
            BuildersKt.runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, waiting) ->
                    guide
                        .createSession("session-2")
                        .run("How is it there?", AdditionalInputs.None.INSTANCE, waiting)));
    print(() -> guide.run("Use what is broken"));
    CompletableFuture<String> elsewhere =
        CompletableFuture.supplyAsync(() -> guide.run("And elsewhere?"));
    System.out.println(elsewhere.get());

    AIAgent<String, String> failing =
        AIAgent.builder().promptExecutor(executor).llmModel(OpenAIModels.Chat.GPT4oMini).build();
    print(() -> failing.run("status 400"));

    cancelled();

    AIAgent<String, Integer> counter =
        AIAgent.builder()
            .promptExecutor(executor)
            .llmModel(OpenAIModels.Chat.GPT4oMini)
            .toolRegistry(tools)
            .<String, Integer>functionalStrategy(
                "counter",
                (context, input) -> {
                  String told = Frames.all(context.requestLLMStreaming(input));
                  return told.length();
                })
            .build();
    print(() -> counter.run("Count what you say"));

    Prompt question = Prompt.builder("question").user("Hello").build();
    print(() -> executor.execute(question, OpenAIModels.Chat.GPT4oMini).textContent());
    print(() -> client.execute(question, OpenAIModels.Chat.GPT4oMini).textContent());
    print(() -> Frames.all(executor.executeStreaming(question, OpenAIModels.Chat.GPT4oMini)));
    print(() -> Frames.first(executor.executeStreaming(question, OpenAIModels.Chat.GPT4oMini)));
    Prompt hopeless = Prompt.builder("hopeless").user("status 500").build();
    print(() -> Frames.all(executor.executeStreaming(hopeless, OpenAIModels.Chat.GPT4oMini)));

    print(() -> client.executeMultipleChoices(question, OpenAIModels.Chat.GPT4oMini).size());
    LLMClient claude = Clients.anthropic(arguments[0], CIO.INSTANCE);
    LLMClient stubborn = new RetryingLLMClient(claude);
    print(() -> stubborn.execute(question, AnthropicModels.Haiku_4_5).textContent());
    print(() -> Frames.all(claude.executeStreaming(question, AnthropicModels.Haiku_4_5)));
    // The server does not know this API.
    Prompt unknown = question.withParams(new OpenAIResponsesParams());
    print(() -> client.execute(unknown, OpenAIModels.Chat.GPT4oMini));
    print(() -> Frames.all(client.executeStreaming(unknown, OpenAIModels.Chat.GPT4oMini)));

    LLMClient overApache = Clients.openAi(arguments[0], Apache5.INSTANCE);
    PromptExecutor other = PromptExecutor.builder().addClient(overApache).build();
    print(() -> other.execute(question, OpenAIModels.Chat.GPT4oMini).textContent());
    print(() -> Frames.all(other.executeStreaming(question, OpenAIModels.Chat.GPT4oMini)));
    System.exit(0); // Ktor's threads outlive the program
  }

  /** An agent that is cancelled while its model is silent. */
  private static void cancelled() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      LLMClient client = Clients.openAi(url, CIO.INSTANCE);
      AIAgent<String, String> patient =
          AIAgent.builder()
              .id("patient")
              .promptExecutor(PromptExecutor.builder().addClient(client).build())
              .llmModel(OpenAIModels.Chat.GPT4oMini)
              .build();
      Job job =
          BuildersKt.async(
              GlobalScope.INSTANCE,
              EmptyCoroutineContext.INSTANCE,
              CoroutineStart.DEFAULT,
              (scope, waiting) -> patient.run("Are you there?", null, waiting));
      try (Socket asked = silent.accept()) {
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE, (scope, waiting) -> JobKt.cancelAndJoin(job, waiting));
        System.out.println("cancelled: " + job.isCancelled() + " " + asked.isBound());
      }
    }
  }

  /** Something that may fail. */
  private interface Answer {
    Object get() throws Exception;
  }

  private static void print(Answer answer) {
    try {
      System.out.println(answer.get());
    } catch (Exception e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
