package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Values;
import io.agentscope.core.message.ContentBlock;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.MsgRole;
import io.agentscope.core.message.TextBlock;
import io.agentscope.core.message.ThinkingBlock;
import io.agentscope.core.message.ToolResultBlock;
import io.agentscope.core.message.ToolUseBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AgentScope's messages as ours. Copies references, never text. Stateless. */
final class Messages {
  private Messages() {}

  static Message.Conversation of(List<Msg> messages) {
    List<Message> converted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      Msg message = messages.get(i);
      converted.add(new Message(role(message.getRole()), parts(message.getContent()), null));
    }
    return new Message.Conversation(converted);
  }

  private static String role(@Nullable MsgRole role) {
    if (role == MsgRole.SYSTEM) {
      return Message.SYSTEM;
    } else if (role == MsgRole.ASSISTANT) {
      return Message.ASSISTANT;
    }
    return role == MsgRole.TOOL ? Message.TOOL : Message.USER;
  }

  static List<Message.Part> parts(@Nullable List<ContentBlock> blocks) {
    List<Message.Part> parts = new ArrayList<>();
    for (int i = 0; blocks != null && i < blocks.size(); i++) {
      parts.add(part(blocks.get(i)));
    }
    return parts;
  }

  /**
   * What a tool is called with: as the model wrote it, or else as it was read; null for neither.
   */
  static @Nullable Object arguments(ToolUseBlock call) {
    String written = call.getContent();
    if (written != null && !written.isEmpty()) {
      return written;
    }
    Map<String, Object> read = call.getInput();
    return read == null ? null : Values.in(new LinkedHashMap<>(read));
  }

  private static Message.Part part(ContentBlock block) {
    if (block instanceof TextBlock text) {
      return new Message.Text(text.getText() == null ? "" : text.getText());
    } else if (block instanceof ThinkingBlock thinking) {
      return new Message.Reasoning(thinking.getThinking() == null ? "" : thinking.getThinking());
    } else if (block instanceof ToolUseBlock call) {
      String name = call.getName() == null ? "" : call.getName();
      Object arguments = arguments(call);
      return arguments instanceof String json
          ? new Message.ToolCall(call.getId(), name, json)
          : new Message.ToolCallValues(call.getId(), name, (Values) arguments);
    } else if (block instanceof ToolResultBlock result) {
      List<Message.Part> output = parts(result.getOutput());
      return output.size() == 1 && output.get(0) instanceof Message.Text text
          ? new Message.ToolResponse(result.getId(), text.content())
          : new Message.ToolResponseParts(result.getId(), output);
    }
    return new Message.Other(block.getClass().getSimpleName());
  }
}
