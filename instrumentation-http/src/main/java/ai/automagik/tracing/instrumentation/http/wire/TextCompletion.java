package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.automagik.tracing.core.trace.Operation;
import java.util.List;

/**
 * The older completions, which go on with a text instead of answering to messages: OpenAI's,
 * Mistral's fill-in-the-middle, watsonx's generation, and those of the models on Bedrock, which
 * differ in little but names.
 */
final class TextCompletion implements Dialect {
  private static final long TEXT_INDEX = 1;

  @Override
  public Operation operation() {
    return Operation.TEXT_COMPLETION;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    OpenAiRequest.settings(request, facts);
    for (String settings : List.of("parameters", "textGenerationConfig")) {
      others(request.get(settings), facts);
    }
    others(request, facts);
    List<String> prompts = request.any("prompt", "inputText", "input", "inputs").texts();
    facts.set(Attribute.INPUT_MESSAGES, Messages.texts(prompts));
  }

  /** What is called otherwise than at OpenAI's. */
  private static void others(JsonValue settings, Facts facts) {
    facts.set(Attribute.REQUEST_TEMPERATURE, settings.get("temperature").decimal());
    facts.set(Attribute.REQUEST_TOP_P, settings.any("top_p", "topP", "p").decimal());
    facts.set(Attribute.REQUEST_TOP_K, settings.any("top_k", "topK", "k").integer());
    facts.set(
        Attribute.REQUEST_MAX_TOKENS,
        settings
            .any("max_gen_len", "maxTokenCount", "max_new_tokens", "max_tokens_to_sample")
            .integer());
    facts.set(Attribute.REQUEST_SEED, settings.get("random_seed").integer());
    facts.set(
        Attribute.REQUEST_STOP_SEQUENCES, settings.any("stop_sequences", "stopSequences").texts());
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer();
  }

  private static final class Answer implements Dialect.Answer {
    private final Output output = new Output();
    private final OpenAiHead head = new OpenAiHead();
    private JsonValue input = JsonValue.NOTHING;
    private JsonValue outputTokens = JsonValue.NOTHING;

    @Override
    public void whole(JsonValue body) {
      chunk("", body);
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      head.take(data);
      JsonValue billed = data.get("meta").get("billed_units");
      input = first(billed.get("input_tokens"), input);
      input = first(data.any("prompt_token_count", "inputTextTokenCount"), input);
      outputTokens = first(billed.get("output_tokens"), outputTokens);
      outputTokens =
          first(data.any("generation_token_count", "totalOutputTextTokenCount"), outputTokens);
      JsonValue several = data.any("choices", "results", "outputs", "generations");
      if (!several.isArray()) {
        return take(data, 0);
      }
      boolean content = false;
      long position = 0;
      for (JsonValue one : several.elements()) {
        content |= take(one, one.get("index").integerOr(position++));
        input = first(one.get("input_token_count"), input);
        outputTokens = first(one.any("generated_token_count", "tokenCount"), outputTokens);
      }
      return content;
    }

    private static JsonValue first(JsonValue value, JsonValue before) {
      return value.isNothing() ? before : value;
    }

    private boolean take(JsonValue one, long index) {
      JsonValue message = one.any("message", "delta");
      String text =
          message.isObject()
              ? message.get("content").text()
              : one.any(
                      "text", "generated_text", "generation", "completion", "outputText", "content")
                  .text();
      String reason =
          FinishReasons.of(
              one.any("finish_reason", "stop_reason", "completionReason", "stop_type").text());
      if (text == null && reason == null) {
        return false;
      }
      Output.Choice into = output.choice(index);
      into.finished(reason);
      return into.text(TEXT_INDEX, text);
    }

    @Override
    public void finish(Facts facts) {
      head.finish(facts);
      facts.set(Attribute.USAGE_INPUT_TOKENS, input.integer());
      facts.set(Attribute.USAGE_OUTPUT_TOKENS, outputTokens.integer());
      output.finish(facts);
    }
  }
}
