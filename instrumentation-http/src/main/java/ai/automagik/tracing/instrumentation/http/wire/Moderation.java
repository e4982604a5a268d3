package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moderation of texts, images and messages, as OpenAI and Mistral have it. */
final class Moderation implements Dialect {
  @Override
  public Operation operation() {
    return Operation.MODERATION;
  }

  @Override
  public void request(JsonValue request, Facts facts) {
    facts.set(Attribute.REQUEST_MODEL, request.get("model").word());
    facts.set(Attribute.INPUT_MESSAGES, input(request.get("input")));
  }

  /** A text, texts, or the parts of one message; Mistral takes messages too. */
  private static Message.@Nullable Conversation input(JsonValue input) {
    if (input.texts() != null) {
      return Messages.texts(input.texts());
    }
    List<Message> messages = new ArrayList<>();
    List<Message.Part> parts = new ArrayList<>();
    ContentParts.openAi(input, parts);
    if (!parts.isEmpty()) {
      messages.add(new Message(Message.USER, parts, null));
    }
    for (JsonValue element : input.list()) {
      for (JsonValue message : element.isArray() ? element.elements() : List.of(element)) {
        List<Message.Part> said = new ArrayList<>();
        ContentParts.openAi(message.get("content"), said);
        if (!said.isEmpty()) {
          messages.add(new Message(message.get("role").textOr(Message.USER), said, null));
        }
      }
    }
    return Messages.of(messages);
  }

  @Override
  public Dialect.Answer answer(JsonValue request) {
    return new Answer(request.get("input").texts());
  }

  private static final class Answer implements Dialect.Answer {
    private final @Nullable List<String> texts;
    private JsonValue body = JsonValue.NOTHING;

    Answer(@Nullable List<String> texts) {
      this.texts = texts;
    }

    @Override
    public void whole(JsonValue whole) {
      body = whole;
    }

    @Override
    public boolean chunk(String event, JsonValue data) {
      return false;
    }

    @Override
    public void finish(Facts facts) {
      facts.set(Attribute.RESPONSE_ID, body.get("id").word());
      facts.set(Attribute.RESPONSE_MODEL, body.get("model").word());
      OpenAiUsage.set(body.get("usage"), facts);
      List<JsonValue> results = body.get("results").elements();
      if (results.isEmpty()) {
        return;
      }
      int first = -1;
      for (int i = 0; i < results.size() && first < 0; i++) {
        first = flagged(results.get(i)) ? i : -1;
      }
      facts.set(Attribute.MODERATION_FLAGGED, first >= 0);
      if (first >= 0 && texts != null && first < texts.size()) {
        facts.set(Attribute.MODERATION_FLAGGED_TEXT, texts.get(first));
      }
    }

    /** OpenAI says it in a word; Mistral only for each category. */
    private static boolean flagged(JsonValue result) {
      if (!result.get("flagged").isNothing()) {
        return result.get("flagged").isTrue();
      }
      JsonValue categories = result.get("categories");
      return categories.names().stream().anyMatch(name -> categories.get(name).isTrue());
    }
  }
}
