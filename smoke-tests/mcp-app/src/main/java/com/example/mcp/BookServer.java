package com.example.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An MCP server on stdin and stdout. Its tools: {@code find_book} asks a model, {@code exit} ends
 * the process.
 */
public final class BookServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ChatModel MODEL = new EchoModel();

  private BookServer() {}

  /**
   * Serves until stdin is closed.
   *
   * @param arguments a file, to which all that is received is added
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Files.writeString(
          Path.of(arguments[0]), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      JsonNode message = JSON.readTree(line);
      String tool = message.path("params").path("name").asText("");
      if (tool.equals("exit")) {
        return;
      }
      if (message.has("id")) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message.get("id"));
        answer.set("result", JSON.readTree(result(message, tool)));
        out.println(JSON.writeValueAsString(answer));
      }
    }
  }

  private static String result(JsonNode message, String tool) {
    return switch (message.path("method").asText()) {
      case "initialize" ->
          "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{\"tools\":{}},"
              + "\"serverInfo\":{\"name\":\"books\",\"version\":\"1\"}}";
      case "tools/list" ->
          "{\"tools\":[{\"name\":\"find_book\",\"description\":\"Finds a book\",\"inputSchema\":"
              + "{\"type\":\"object\",\"properties\":{\"topic\":{\"type\":\"string\"}}}}]}";
      case "tools/call" ->
          "{\"content\":[{\"type\":\"text\",\"text\":\""
              + MODEL.chat("A book on " + tool)
              + "\"}]}";
      default -> "{}";
    };
  }
}
