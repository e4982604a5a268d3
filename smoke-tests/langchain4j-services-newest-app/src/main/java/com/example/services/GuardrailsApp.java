package com.example.services;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.guardrail.config.OutputGuardrailsConfig;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts every kind of guardrail around a model. */
public final class GuardrailsApp {
  private GuardrailsApp() {}

  /** The agent. */
  interface Assistant {
    String answer(String question);
  }

  /** The agent, answering piece by piece. */
  interface Streaming {
    TokenStream answer(String question);
  }

  /** Looks for something in a question, and says what the test wants. */
  static final class Question implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
      String text = message.singleText();
      if (text.contains("fail")) {
        return failure("questions must not fail");
      } else if (text.contains("fatal")) {
        return fatal("questions must not be fatal");
      } else if (text.contains("throw")) {
        throw new IllegalStateException("the guardrail is broken");
      }
      return success();
    }
  }

  /** Makes a question polite. */
  static final class Polite implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
      String text = message.singleText();
      return text.endsWith("please") ? success() : successWith(text + ", please");
    }
  }

  /** Does not like the first answers. */
  static final class Picky implements OutputGuardrail {
    private final AtomicInteger seen = new AtomicInteger();
    private final int disliked;

    Picky(int disliked) {
      this.disliked = disliked;
    }

    @Override
    public OutputGuardrailResult validate(AiMessage answer) {
      return seen.incrementAndGet() > disliked ? success() : retry("not good enough");
    }
  }

  /** Wants short answers. */
  static final class Brief implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage answer) {
      return answer.text().length() < 12 ? success() : reprompt("too long", "Say it in a word.");
    }
  }

  /** Says yes or no, or something else. */
  static final class Verdict implements OutputGuardrail {
    private final String verdict;

    Verdict(String verdict) {
      this.verdict = verdict;
    }

    @Override
    public OutputGuardrailResult validate(AiMessage answer) {
      return switch (verdict) {
        case "rewrite" -> successWith("[" + answer.text() + "]");
        case "failure" -> failure("a failure");
        case "fatal" -> fatal("a fatal failure");
        default -> success();
      };
    }
  }

  /** Asks another model. */
  static final class Judge implements OutputGuardrail {
    private final ChatModel judge;

    Judge(ChatModel judge) {
      this.judge = judge;
    }

    @Override
    public OutputGuardrailResult validate(AiMessage answer) {
      return judge.chat("Judge: " + answer.text()).contains("fine") ? success() : fatal("judged");
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    String baseUrl = arguments[0];
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(baseUrl)
            .apiKey("sk-example")
            .modelName("gpt-4o-mini")
            .maxRetries(0)
            .build();

    Assistant asked =
        AiServices.builder(Assistant.class)
            .chatModel(model)
            .inputGuardrails(new Question(), new Polite())
            .build();
    for (String question : new String[] {"Greet me", "fail", "fatal", "throw"}) {
      print(asked, question);
    }
    print(answering(model, new Picky(1)), "Greet me");
    print(answering(model, new Picky(9)), "Greet me");
    print(answering(model, new Brief()), "Greet me");
    print(answering(model, new Verdict("success"), new Verdict("rewrite")), "Greet me");
    print(answering(model, new Verdict("failure"), new Verdict("success")), "Greet me");
    print(answering(model, new Verdict("fatal"), new Verdict("success")), "Greet me");
    print(answering(model, new Judge(model)), "Greet me");

    Streaming streaming =
        AiServices.builder(Streaming.class)
            .streamingChatModel(
                OpenAiStreamingChatModel.builder()
                    .baseUrl(baseUrl)
                    .apiKey("sk-example")
                    .modelName("gpt-4o-mini")
                    .build())
            .outputGuardrails(new Verdict("rewrite"))
            .build();
    CompletableFuture<String> whole = new CompletableFuture<>();
    streaming
        .answer("Greet me")
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> whole.complete(response.aiMessage().text()))
        .onError(whole::completeExceptionally)
        .start();
    System.out.println(whole.get(60, TimeUnit.SECONDS));
    // By now the callbacks of the stream have returned.
    print(answering(model, new Verdict("success")), "over");
  }

  private static Assistant answering(ChatModel model, OutputGuardrail... guardrails) {
    return AiServices.builder(Assistant.class)
        .chatModel(model)
        .chatMemory(MessageWindowChatMemory.withMaxMessages(9))
        .outputGuardrailsConfig(OutputGuardrailsConfig.builder().maxRetries(2).build())
        .outputGuardrails(guardrails)
        .build();
  }

  private static void print(Assistant assistant, String question) {
    try {
      System.out.println(assistant.answer(question));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
