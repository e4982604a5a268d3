package com.example.vendors;

import io.github.ollama4j.Ollama;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import io.github.ollama4j.models.generate.OllamaGenerateRequest;
import io.github.ollama4j.models.generate.OllamaGenerateStreamObserver;
import io.github.ollama4j.models.request.ThinkMode;
import io.github.ollama4j.models.response.OllamaAsyncResultStreamer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls models of Ollama, which listens where it does not by default. */
final class Ollama4j {
  private static final String MODEL = "qwen3:0.6b";

  private Ollama4j() {}

  static void run(String url) throws Exception {
    Ollama ollama = new Ollama(url);
    System.out.println(text(ollama, "How is Lisbon?"));
    AtomicInteger tokens = new AtomicInteger();
    ollama.chat(chat("Tell me."), piece -> tokens.incrementAndGet());
    System.out.println(tokens.get());
    System.out.println(
        ollama.embed(new OllamaEmbedRequest(MODEL, List.of("tram", "bus"))).getEmbeddings().size());
    System.out.println(ollama.generate(completion("Once"), null).getResponse());
    StringBuilder pieces = new StringBuilder();
    ollama.generate(
        completion("Once, streamed").withStreaming(true),
        new OllamaGenerateStreamObserver(null, pieces::append));
    System.out.println(pieces);
    OllamaAsyncResultStreamer later =
        ollama.generateAsync(MODEL, "Later", true, ThinkMode.DISABLED);
    later.join();
    System.out.println(later.getCompleteResponse());
    VendorsApp.fails(() -> text(ollama, "status 400"));
  }

  private static String text(Ollama ollama, String question) throws Exception {
    return ollama.chat(chat(question), null).getResponseModel().getMessage().getResponse();
  }

  private static OllamaGenerateRequest completion(String prompt) {
    return OllamaGenerateRequest.builder()
        .withModel(MODEL)
        .withPrompt(prompt)
        .withThink(ThinkMode.DISABLED)
        .withRaw(true)
        .build();
  }

  private static OllamaChatRequest chat(String question) {
    return OllamaChatRequest.builder()
        .withModel(MODEL)
        .withMessage(OllamaChatMessageRole.USER, question)
        .withUseTools(false)
        .build();
  }
}
