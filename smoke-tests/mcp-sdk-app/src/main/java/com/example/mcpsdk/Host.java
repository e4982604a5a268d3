package com.example.mcpsdk;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult.StopReason;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;

/** What servers ask of the program that uses them. */
final class Host {
  private Host() {}

  /** Asks the program's own model; some questions are too much for it. */
  static CreateMessageResult answer(CreateMessageRequest request) {
    String question = ((TextContent) request.messages().get(0).content()).text();
    if (question.equals("Why?")) {
      throw new IllegalStateException("no idea");
    }
    String answer = new EchoModel().chat(question);
    return new CreateMessageResult(
        Role.ASSISTANT, new TextContent(answer), "echo", StopReason.END_TURN);
  }

  /** Asks the program from within its server. */
  static String ask(McpSyncServerExchange exchange, String question) {
    CreateMessageRequest request = Sdk.question(question);
    String answer =
        Outcome.of(() -> ((TextContent) exchange.createMessage(request).content()).text());
    return answer + (request.equals(Sdk.question(question)) ? "" : "!");
  }
}
