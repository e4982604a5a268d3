package com.example.kernel;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipelineBuilder;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.aiservices.openai.chatcompletion.OpenAIChatCompletion;
import com.microsoft.semantickernel.orchestration.FunctionInvocation;
import com.microsoft.semantickernel.orchestration.InvocationContext;
import com.microsoft.semantickernel.orchestration.ToolCallBehavior;
import com.microsoft.semantickernel.plugin.KernelPluginFactory;
import com.microsoft.semantickernel.semanticfunctions.KernelFunction;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionArguments;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import com.microsoft.semantickernel.services.chatcompletion.ChatHistory;
import com.microsoft.semantickernel.services.chatcompletion.ChatMessageContent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Functions of Semantic Kernel, asked for by the program and by a model, and chats. */
public final class KernelApp {
  private static final ToolCallBehavior TOOLS = ToolCallBehavior.allowAllKernelFunctions(true);

  private KernelApp() {}

  public static void main(String[] arguments) throws Exception {
    ChatCompletionService chat = openAi(arguments[0]);
    Kernel kernel = kernel(chat);
    print(city(kernel, "weather"));
    print(city(kernel, "size"));
    print(city(kernel, "broken"));
    print(prompt(kernel, "How is the weather in {{$city}}?", "forecast"));
    print(prompt(kernel, "Write a poem about {{$city}}.", null));
    print(prompt(kernel, "It is {{City.weather city=$city}}, say hello.", "greeting"));
    print(prompt(kernel, "Use what is broken in {{$city}}.", "broken"));
    print(prompt(kernel, "Please fail in {{$city}}.", "failing"));
    answer(chat.getChatMessageContentsAsync(history("How is the weather?"), kernel, tools()));
    answer(chat.getChatMessageContentsAsync("How is the weather?", kernel, tools()));
    answer(chat.getChatMessageContentsAsync(history("Hello?"), kernel, null));
    streamed(chat, "Hello, in pieces?");

    ChatCompletionService echo = new EchoService();
    answer(echo.getChatMessageContentsAsync(history("Hello?"), kernel, null));
    answer(echo.getChatMessageContentsAsync("Please fail", kernel, null));
    streamed(echo, "Word by word");
    streamed(echo, history("Once more"));
    FunctionInvocation<Object> prepared = city(kernel, "weather");
    System.out.println("prepared");
    print(prepared);
    cancelled(city(kernel, "never"));
    System.exit(0); // schedulers outlive the program
  }

  /** With a pipeline of one's own, for the builder's has keys sent by HTTPS alone. */
  private static ChatCompletionService openAi(String url) {
    OpenAIAsyncClient client =
        new OpenAIClientBuilder()
            .endpoint(url)
            .pipeline(new HttpPipelineBuilder().httpClient(HttpClient.createDefault()).build())
            .buildAsyncClient();
    return OpenAIChatCompletion.builder()
        .withOpenAIAsyncClient(client)
        .withModelId("gpt-4o-mini")
        .build();
  }

  private static Kernel kernel(ChatCompletionService chat) {
    KernelFunction<?> poem =
        KernelFunction.createFromPrompt("Say it in verse: {{$city}}")
            .withName("poem")
            .withDescription("Writes a poem")
            .build();
    return Kernel.builder()
        .withAIService(ChatCompletionService.class, chat)
        .withPlugin(KernelPluginFactory.createFromObject(new City(), "City"))
        .withPlugin(KernelPluginFactory.createFromFunctions("Words", List.of(poem)))
        .build();
  }

  private static KernelFunctionArguments lisbon() {
    return KernelFunctionArguments.builder().withVariable("city", "Lisbon").build();
  }

  private static FunctionInvocation<Object> city(Kernel kernel, String function) {
    return kernel.<Object>invokeAsync("City", function).withArguments(lisbon());
  }

  private static Mono<?> prompt(Kernel kernel, String prompt, String name) {
    KernelFunction<Object> function =
        KernelFunction.<Object>createFromPrompt(prompt).withName(name).build();
    return kernel
        .invokeAsync(function)
        .withArguments(lisbon())
        .withToolCallBehavior(TOOLS)
        .withResultType(String.class)
        .map(result -> result.getResult());
  }

  private static ChatHistory history(String question) {
    return new ChatHistory("Be brief.").addUserMessage(question);
  }

  private static InvocationContext tools() {
    return InvocationContext.builder().withToolCallBehavior(TOOLS).build();
  }

  private static void print(Mono<?> result) {
    try {
      Object value = result.block();
      System.out.println(value instanceof String text ? text : "done");
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }

  private static void answer(Mono<List<ChatMessageContent<?>>> answer) {
    print(answer.map(messages -> messages.get(messages.size() - 1).getContent()));
  }

  /** From 1.4 on answers come in pieces too. */
  private static void streamed(ChatCompletionService service, Object question)
      throws ReflectiveOperationException {
    try {
      Flux<?> pieces =
          (Flux<?>)
              ChatCompletionService.class
                  .getMethod(
                      "getStreamingChatMessageContentsAsync",
                      question.getClass(),
                      Kernel.class,
                      InvocationContext.class)
                  .invoke(service, question, null, null);
      System.out.println(pieces.count().block() > 1);
      System.out.println(pieces.next().hasElement().block());
    } catch (NoSuchMethodException olderVersion) {
      System.out.println("whole only");
    }
  }

  private static void cancelled(Mono<?> result) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Disposable waiting = result.doOnCancel(over::countDown).subscribe();
    waiting.dispose();
    over.await();
    System.out.println("cancelled");
  }
}
