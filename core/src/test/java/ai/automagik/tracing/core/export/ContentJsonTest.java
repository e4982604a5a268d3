package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentJsonTest {
  private final ContentJson json = new ContentJson();

  @Test
  void aConversationIsAListOfMessagesWithRoleAndParts() {
    Object tree =
        write(
            new Message.Conversation(
                List.of(
                    new Message(Message.SYSTEM, List.of(new Message.Text("be brief")), null),
                    new Message(Message.USER, List.of(), null),
                    new Message(
                        Message.ASSISTANT,
                        List.of(new Message.Reasoning("hm"), new Message.Text("no")),
                        "stop"))));

    assertThat(tree)
        .isEqualTo(
            List.of(
                Map.of(
                    "role",
                    "system",
                    "parts",
                    List.of(Map.of("type", "text", "content", "be brief"))),
                Map.of("role", "user", "parts", List.of()),
                Map.of(
                    "role",
                    "assistant",
                    "parts",
                    List.of(
                        Map.of("type", "reasoning", "content", "hm"),
                        Map.of("type", "text", "content", "no")),
                    "finish_reason",
                    "stop")));
  }

  @Test
  void aToolCallHasItsArgumentsAsJson() {
    assertThat(part(new Message.ToolCall("call_1", "weather", "{\"city\": [\"Rome\", 1, null]}")))
        .isEqualTo(
            Map.of(
                "type",
                "tool_call",
                "id",
                "call_1",
                "name",
                "weather",
                "arguments",
                Map.of("city", Arrays.asList("Rome", 1L, null))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"city\":",
        "{\"city\":\"Rome\"} and more",
        "{} {}",
        "]",
        "",
        "  ",
        "Rome",
        "{'city':1}",
        "{\"city\":\"\ud800\"}",
        "\u0000",
      })
  void argumentsThatAreNoJsonStayText(String arguments) {
    assertThat(part(new Message.ToolCall(null, "weather", arguments)))
        .isEqualTo(
            Map.of(
                "type",
                "tool_call",
                "name",
                "weather",
                "arguments",
                arguments.replace("\ud800", "?")));
  }

  @Test
  void argumentsMayBeAnyJson() {
    assertThat(part(new Message.ToolCall(null, "a", " 17 "))).containsEntry("arguments", 17L);
    assertThat(part(new Message.ToolCall(null, "a", "\"x\""))).containsEntry("arguments", "x");
    assertThat(part(new Message.ToolCall(null, "a", "null"))).containsEntry("arguments", null);
    assertThat(part(new Message.ToolCall(null, "a", null))).doesNotContainKey("arguments");
  }

  @Test
  void argumentsOfAnyDepthAreWritten() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(part(new Message.ToolCall(null, "a", deep))).containsEntry("arguments", deep);
  }

  @Test
  void aToolResponseIsText() {
    assertThat(part(new Message.ToolResponse("call_1", "{\"sunny\":true}")))
        .isEqualTo(
            Map.of("type", "tool_call_response", "id", "call_1", "response", "{\"sunny\":true}"));
    assertThat(part(new Message.ToolResponse(null, null)))
        .isEqualTo(Map.of("type", "tool_call_response", "response", ""));
  }

  @Test
  void mediaIsAnAddressOrContent() {
    assertThat(part(new Message.Media("image", null, "https://a/b.png", "ignored")))
        .isEqualTo(Map.of("type", "uri", "modality", "image", "uri", "https://a/b.png"));
    assertThat(part(new Message.Media("audio", "audio/wav", null, "AAAA")))
        .isEqualTo(
            Map.of(
                "type", "blob", "modality", "audio", "mime_type", "audio/wav", "content", "AAAA"));
  }

  @Test
  void toolDefinitionsAreFunctions() {
    assertThat(
            write(
                new Message.ToolDefinitions(
                    List.of(
                        new Message.ToolDefinition("weather", "asks the sky"),
                        new Message.ToolDefinition("time", null)))))
        .isEqualTo(
            List.of(
                Map.of("type", "function", "name", "weather", "description", "asks the sky"),
                Map.of("type", "function", "name", "time")));
  }

  @Test
  void halfSurrogatePairsBecomeQuestionMarks() {
    assertThat(part(new Message.Text("a\ud83db \ud83d\ude00 \ude00")))
        .containsEntry("content", "a?b \ud83d\ude00 ?");
    assertThat(part(new Message.ToolResponse("\ud800", "\udfff")))
        .containsEntry("id", "?")
        .containsEntry("response", "?");
  }

  @Test
  void everythingThatJsonEscapesSurvives() {
    String text = "\"\\/\b\f\n\r\t\u0000\u001f\u2028 </script>";

    assertThat(part(new Message.Text(text))).containsEntry("content", text);
  }

  @Test
  @SuppressWarnings("NullAway") // libraries hand over null where they promised text
  void missingTextIsEmpty() {
    assertThat(part(new Message.Text(null))).containsEntry("content", "");
    assertThat(part(new Message.ToolCall(null, null, null))).containsEntry("name", "");
  }

  private Map<String, Object> part(Message.Part part) {
    Object tree =
        write(new Message.Conversation(List.of(new Message(Message.USER, List.of(part), null))));
    Map<String, Object> message = JsonTree.object(((List<?>) tree).get(0));
    return JsonTree.object(((List<?>) message.get("parts")).get(0));
  }

  private Object write(Message.Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json.write(content, out);
    return JsonTree.parse(out.toString(StandardCharsets.UTF_8));
  }
}
