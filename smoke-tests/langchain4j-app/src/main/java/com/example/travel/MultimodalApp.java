package com.example.travel;

import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ContentType;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import java.util.Map;

/** Questions with pictures, sounds, videos and documents in them. */
public final class MultimodalApp {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private MultimodalApp() {}

  /** Runs the program against the server whose base URL is given. */
  public static void main(String[] arguments) {
    System.out.println(
        Models.chat(arguments[0])
            .chat(
                UserMessage.from(
                    TextContent.from("What do you see and hear?"),
                    ImageContent.from("https://images.example/tram.jpg"),
                    ImageContent.from(PNG, "image/png"),
                    AudioContent.from("UklGRiQAAABXQVZF", "audio/wav")))
            .aiMessage()
            .text());

    ScriptedModel model = new ScriptedModel(Map.of("", "I see."));
    System.out.println(
        model
            .chat(
                CustomMessage.from(Map.of("mood", "sunny")),
                UserMessage.from(
                    PdfFileContent.from("JVBERi0xLjQ=", "application/pdf"),
                    PdfFileContent.from("https://files.example/plan.pdf"),
                    VideoContent.from("https://files.example/tram.mp4"),
                    ImageContent.from("data:image/gif;base64,R0lGODlhAQABAAAAACw="),
                    ImageContent.from("A".repeat(2_000_000), "image/png"),
                    new Hologram()))
            .aiMessage()
            .text());
    System.out.println(model.chat("And without?"));
  }

  /** A kind of content that no library knows. */
  static final class Hologram implements Content {
    @Override
    public ContentType type() {
      return ContentType.IMAGE;
    }

    @Override
    public String toString() {
      return "a hologram";
    }
  }
}
