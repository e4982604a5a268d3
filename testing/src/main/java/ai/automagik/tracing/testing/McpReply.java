package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scripted reply of {@link FakeMcpServer}: the result, and what goes wrong. Immutable; every
 * {@code with} method returns a changed copy.
 *
 * @param outcome the name and value of the answer's last member: {@code result} or {@code error}
 * @param notifications messages that go before the answer; with them it is a stream of events
 * @param delayMillis wait before anything is sent
 */
public record McpReply(
    Map<String, @Nullable Object> outcome,
    List<Map<String, @Nullable Object>> notifications,
    Fault fault,
    long delayMillis) {

  /** What goes wrong with a reply. */
  public sealed interface Fault {}

  enum Plain implements Fault {
    NONE,
    SILENCE,
    CONNECTION_CLOSED
  }

  /** An HTTP status and no answer. */
  record HttpStatus(int status) implements Fault {}

  /** The request is cancelled by the server. */
  record Cancelled(String reason) implements Fault {}

  public McpReply {
    notifications = List.copyOf(notifications);
  }

  public static McpReply result(@Nullable Object... namesAndValues) {
    return reply("result", Json.object(namesAndValues), Plain.NONE);
  }

  /** The text that a tool answers. */
  public static McpReply text(String text) {
    return result("content", List.of(content(text)), "isError", false);
  }

  /** A tool's own failure, which is no error of the protocol. */
  public static McpReply toolError(String text) {
    return result("content", List.of(content(text)), "isError", true);
  }

  /** An error of JSON-RPC. */
  public static McpReply error(int code, String message) {
    return reply("error", Json.object("code", code, "message", message), Plain.NONE);
  }

  /** Nothing is ever answered; the connection stays open. */
  public static McpReply silence() {
    return reply("result", null, Plain.SILENCE);
  }

  /** The connection is closed without an answer. */
  public static McpReply connectionClosed() {
    return reply("result", null, Plain.CONNECTION_CLOSED);
  }

  public static McpReply httpStatus(int status) {
    return reply("result", null, new HttpStatus(status));
  }

  /** The server says that it has given the request up. */
  public static McpReply cancelled(String reason) {
    return reply("result", null, new Cancelled(reason));
  }

  /** Sends a notification before the answer. */
  public McpReply withNotification(String method, @Nullable Object... namesAndValues) {
    List<Map<String, @Nullable Object>> more = new ArrayList<>(notifications);
    more.add(
        Json.object("jsonrpc", "2.0", "method", method, "params", Json.object(namesAndValues)));
    return new McpReply(outcome, more, fault, delayMillis);
  }

  public McpReply withDelayMillis(long millis) {
    return new McpReply(outcome, notifications, fault, millis);
  }

  private static McpReply reply(String member, @Nullable Object value, Fault fault) {
    return new McpReply(Json.object(member, value), List.of(), fault, 0);
  }

  private static Map<String, @Nullable Object> content(String text) {
    return Json.object("type", "text", "text", text);
  }
}
