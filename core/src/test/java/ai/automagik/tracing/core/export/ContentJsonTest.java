package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.DeferredJson;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Values;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentJsonTest {
  private final LongAdder unreadable = new LongAdder();
  private final ContentJson json = new ContentJson(unreadable);

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
    assertThat(part(Message.Media.at("image", null, "https://a/b.png")))
        .isEqualTo(Map.of("type", "uri", "modality", "image", "uri", "https://a/b.png"));
    assertThat(part(Message.Media.of("audio", "audio/wav", "AAAA")))
        .isEqualTo(blob("audio", "audio/wav", "AAAA", 3));
  }

  @ParameterizedTest
  @CsvSource({"'',0", "QQ==,1", "QUI=,2", "QUJD,3", "QUJDRA,4"})
  void theSizeIsThatOfTheDecodedContent(String base64, long bytes) {
    assertThat(part(Message.Media.of("image", "image/png", base64)))
        .isEqualTo(blob("image", "image/png", base64, bytes));
    assertThat(part(Message.Media.at("image", null, "Data:image/png;base64," + base64)))
        .isEqualTo(blob("image", "image/png", base64, bytes));
  }

  @Test
  void aDataUriMayLackWhatItShouldHave() {
    assertThat(part(Message.Media.at("image", null, "data:,QQ==")))
        .isEqualTo(Map.of("type", "blob", "modality", "image", "content", "QQ==", "size", 1L));
    assertThat(part(Message.Media.at("image", "image/gif", "data:image/png,QQ==")))
        .isEqualTo(blob("image", "image/gif", "QQ==", 1));
    assertThat(part(Message.Media.at("image", null, "data:")))
        .containsEntry("type", "blob")
        .containsKey("content");
  }

  @Test
  void whatIsTooLongIsToldByItsSize() {
    String longest = "A".repeat((int) (Message.Media.MAX_BYTES / 3 * 4));
    Message.Media kept = Message.Media.of("image", "image/png", longest);
    assertThat(part(kept)).containsEntry("content", longest).doesNotContainKey("omitted");

    Map<String, Object> told = new HashMap<>(blob("image", "image/png", "", 1_000_002));
    told.put("omitted", true);
    for (Message.Media tooLong :
        List.of(
            Message.Media.of("image", "image/png", longest + "AAAA"),
            Message.Media.at("image", null, "data:image/png;base64," + longest + "AAAA"),
            Message.Media.sized("image", "image/png", 1_000_002))) {
      assertThat(part(tooLong)).isEqualTo(told);
      assertThat(tooLong.chars()).isZero();
    }
  }

  @Test
  void whatOnlyItsLibraryKnowsIsToldByItsType() {
    assertThat(part(new Message.Other("Hologram"))).isEqualTo(Map.of("type", "Hologram"));
  }

  private static Map<String, Object> blob(
      String modality, String mimeType, String content, long size) {
    return Map.of(
        "type",
        "blob",
        "modality",
        modality,
        "mime_type",
        mimeType,
        "content",
        content,
        "size",
        size);
  }

  @Test
  void toolDefinitionsAreFunctions() {
    assertThat(
            write(
                new Message.ToolDefinitions(
                    List.of(
                        new Message.ToolDefinition("weather", "asks the sky", null),
                        new Message.ToolDefinition("time", null, null)))))
        .isEqualTo(
            List.of(
                Map.of("type", "function", "name", "weather", "description", "asks the sky"),
                Map.of("type", "function", "name", "time")));
  }

  @Test
  void parametersOfToolsAreWhatTheLibrarySays() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", Set.of("a"));
    schema.put("minimum", 1.5);
    schema.put("maximum", Long.MAX_VALUE);
    schema.put("strict", true);
    schema.put("default", null);
    schema.put("half", "\ud83d");

    assertThat(parameters(() -> schema))
        .isEqualTo(
            JsonTree.parse(
                "{\"type\":\"object\",\"required\":[\"a\"],\"minimum\":1.5,"
                    + "\"maximum\":9223372036854775807,\"strict\":true,\"default\":null,"
                    + "\"half\":\"?\"}"));
    assertThat(unreadable.sum()).isZero();
  }

  static Stream<DeferredJson> unreadable() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    return Stream.of(
        () -> {
          throw new IllegalStateException("on purpose");
        },
        () -> {
          throw new NoClassDefFoundError("on purpose");
        },
        () -> Map.of("half", List.of("written", new Object())),
        () -> Map.of(1, "key"),
        () -> endless);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void unreadableParametersCostThemselvesOnly(DeferredJson parameters) {
    assertThat(parameters(parameters)).isNull();
    assertThat(unreadable.sum()).isEqualTo(1);
  }

  /** The parameters of one tool before another. */
  private @Nullable Object parameters(DeferredJson parameters) {
    Object tools =
        write(
            new Message.ToolDefinitions(
                List.of(
                    new Message.ToolDefinition("weather", null, parameters),
                    new Message.ToolDefinition("time", null, null))));
    assertThat((List<?>) tools).hasSize(2);
    return JsonTree.object(((List<?>) tools).get(0)).get("parameters");
  }

  @Test
  void anAnswerOfAToolMayBeMoreThanText() {
    List<Message.Part> parts =
        List.of(new Message.Text("a map"), Message.Media.of("image", null, "AAAA"));
    Object written =
        List.of(
            Map.of("type", "text", "content", "a map"),
            Map.of("type", "blob", "modality", "image", "content", "AAAA", "size", 3L));

    assertThat(write(new Message.Parts(parts))).isEqualTo(written);
    assertThat(part(new Message.ToolResponseParts("call_1", parts)))
        .isEqualTo(Map.of("type", "tool_call_response", "id", "call_1", "response", written));
  }

  @Test
  void whatALibraryHasReadAlreadyIsTheSameJsonAsText() {
    Map<String, Object> values = Map.of("city", "Lisbon", "days", 2L);

    assertThat(part(new Message.ToolCallValues("call_1", "weather", Values.in(values))))
        .isEqualTo(
            Map.of("type", "tool_call", "id", "call_1", "name", "weather", "arguments", values));
    assertThat(part(new Message.ToolCallValues(null, "weather", null)))
        .isEqualTo(Map.of("type", "tool_call", "name", "weather"));
    assertThat(
            part(
                new Message.ToolResponseValues(
                    "call_1", Objects.requireNonNull(Values.in(values)))))
        .isEqualTo(Map.of("type", "tool_call_response", "id", "call_1", "response", values));
    assertThat(Values.in(null)).isNull();
  }

  @Test
  void valuesAreTheJsonThatTheyLookLike() {
    Object tree =
        write(
            Values.named(
                new String[] {"text", "count", "share", "done", "none", "list", "map", "other"},
                new Object[] {
                  "a\ud800",
                  7,
                  0.5,
                  true,
                  null,
                  List.of("b", List.of()),
                  Map.of("c", "d"),
                  new StringBuilder("not asked")
                }));

    assertThat(tree)
        .isEqualTo(
            JsonTree.parse(
                """
                {"text":"a?","count":7,"share":0.5,"done":true,"none":null,"list":["b",[]],\
                "map":{"c":"d"},"other":{"class":"java.lang.StringBuilder"}}\
                """));
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
