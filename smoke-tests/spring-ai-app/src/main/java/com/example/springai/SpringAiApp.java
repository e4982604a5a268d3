package com.example.springai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

/** Asks models by chat clients and without, whose parts are beans. */
@SpringBootApplication
public class SpringAiApp {

  /** Runs the program with the address of a server that speaks OpenAI's protocol. */
  public static void main(String[] arguments) {
    List<String> settings = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    settings.add("--spring.ai.openai.base-url=" + baseUrl(arguments[0]));
    settings.add("--spring.ai.openai.api-key=no-key");
    settings.add("--spring.ai.openai.chat.options.model=gpt-4o-mini");
    settings.add("--spring.ai.openai.chat.model=gpt-4o-mini");
    settings.add("--spring.ai.openai.chat.options.temperature=0.5");
    settings.add("--spring.ai.openai.chat.temperature=0.5");
    settings.add("--spring.ai.retry.backoff.initial-interval=10ms");
    settings.add("--spring.main.web-application-type=none");
    settings.add("--spring.main.banner-mode=off");
    settings.add("--logging.level.root=off");
    System.exit(
        SpringApplication.exit(
            SpringApplication.run(SpringAiApp.class, settings.toArray(String[]::new))));
  }

  /** Up to 1.1 Spring adds the version of the protocol itself. */
  private static String baseUrl(String rootUrl) {
    return modelsCallTools() ? rootUrl : rootUrl + "/v1";
  }

  /** Whether this is Spring AI 1.x, where models call tools themselves. */
  static boolean modelsCallTools() {
    return ClassUtils.isPresent("org.springframework.ai.openai.api.OpenAiApi", null);
  }

  @Bean
  ChatClient guide(ChatClient.Builder builder) {
    return builder.defaultSystem("You know the town.").build();
  }

  @Bean
  ChatClient friend(ChatClient.Builder builder) {
    return builder.build();
  }

  @Bean
  ToolCallback forecast() {
    return FunctionToolCallback.builder("forecast", new Forecast())
        .description("The weather of tomorrow")
        .inputType(Forecast.Place.class)
        .build();
  }

  @Bean
  CommandLineRunner program(
      ChatClient guide,
      ChatModel model,
      EmbeddingModel embeddings,
      Studio studio,
      Corners corners) {
    return arguments -> {
      new Conversations(guide).hold();
      new Streams(guide, model).read();
      new Models(model).ask();
      new Advisors(guide).advise();
      corners.turn();
      new Library(guide, embeddings).search();
      studio.work();
    };
  }
}
