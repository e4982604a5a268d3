package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Values;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tool gave back. Stateless. */
final class ToolContent {
  private ToolContent() {}

  /** The content: a text alone as it is, else the parts; without any, what is structured. */
  static @Nullable Object of(CallToolResult result) {
    List<Content> contents = result.content();
    if (contents == null || contents.isEmpty()) {
      return structured(result);
    }
    if (contents.size() == 1 && contents.get(0) instanceof TextContent text) {
      return text.text();
    }
    List<Message.Part> parts = new ArrayList<>(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      parts.add(part(contents.get(i)));
    }
    return new Message.Parts(parts);
  }

  /** The first text; null when there is none. */
  static @Nullable String text(CallToolResult result) {
    List<Content> contents = result.content();
    for (int i = 0; contents != null && i < contents.size(); i++) {
      if (contents.get(i) instanceof TextContent text) {
        return text.text();
      }
    }
    return null;
  }

  private static Message.Part part(Content content) {
    if (content instanceof TextContent text && text.text() != null) {
      return new Message.Text(text.text());
    } else if (content instanceof ImageContent image && image.data() != null) {
      return Message.Media.of("image", image.mimeType(), image.data());
    } else if (content instanceof EmbeddedResource embedded) {
      return resource(embedded);
    }
    try {
      return Newer.part(content);
    } catch (LinkageError olderVersion) {
      return new Message.Other(content.type());
    }
  }

  private static Message.Part resource(EmbeddedResource embedded) {
    if (embedded.resource() instanceof TextResourceContents text && text.text() != null) {
      return new Message.Text(text.text());
    } else if (embedded.resource() instanceof BlobResourceContents blob && blob.blob() != null) {
      return Message.Media.of("document", blob.mimeType(), blob.blob());
    }
    return new Message.Other(embedded.type());
  }

  private static @Nullable Object structured(CallToolResult result) {
    try {
      return Newer.structured(result);
    } catch (LinkageError olderVersion) {
      return null;
    }
  }

  /** From 0.11 on. Apart from its callers, because older versions lack it. */
  private static final class Newer {
    static Message.Part part(Content content) {
      if (content instanceof AudioContent audio && audio.data() != null) {
        return Message.Media.of("audio", audio.mimeType(), audio.data());
      } else if (content instanceof ResourceLink link && link.uri() != null) {
        return Message.Media.at("document", link.mimeType(), link.uri());
      }
      return new Message.Other(content.type());
    }

    static @Nullable Object structured(CallToolResult result) {
      return Values.attribute(result.structuredContent());
    }
  }
}
