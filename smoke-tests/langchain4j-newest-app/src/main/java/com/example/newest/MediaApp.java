package com.example.newest;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.audio.AudioTranscriptionModel;
import dev.langchain4j.model.audio.AudioTranscriptionRequest;
import dev.langchain4j.model.audio.TextToSpeechModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiAudioTranscriptionModel;
import dev.langchain4j.model.openai.OpenAiImageModel;
import dev.langchain4j.model.openai.OpenAiTextToSpeechModel;
import java.util.List;
import java.util.Map;

/** Speech, images that are changed, and images in answers of models and tools. */
public final class MediaApp {
  private static final String API_KEY = "sk-example";

  private MediaApp() {}

  /** Runs the program against the server whose base URL is given. */
  public static void main(String[] arguments) {
    String baseUrl = arguments[0];
    AudioTranscriptionModel ear =
        OpenAiAudioTranscriptionModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("whisper-1")
            .maxRetries(0)
            .build();
    Audio recorded = Audio.builder().binaryData(new byte[3_000]).mimeType("audio/wav").build();
    System.out.println(ear.transcribeToText(recorded));
    System.out.println(
        ear.transcribe(
                AudioTranscriptionRequest.builder(
                        Audio.builder()
                            .base64Data("UklGRiQAAABXQVZF")
                            .mimeType("audio/wav")
                            .build())
                    .prompt("A greeting")
                    .temperature(0.5)
                    .build())
            .text());

    TextToSpeechModel mouth =
        OpenAiTextToSpeechModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("tts-1")
            .maxRetries(0)
            .build();
    System.out.println(mouth.synthesize("Good morning, Lisbon.").audio().mimeType());

    Image image = Image.builder().base64Data("aGVsbG8=").mimeType("image/png").build();
    System.out.println(
        OpenAiImageModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("gpt-image-1")
            .maxRetries(0)
            .build()
            .edit(image, "Add a tram")
            .content()
            .mimeType());

    ToolExecutionRequest call =
        ToolExecutionRequest.builder().id("call-1").name("take_photo").arguments("{}").build();
    AiMessage answer =
        new Painter(image)
            .chat(
                UserMessage.from("Paint it."),
                AiMessage.builder()
                    .text("From a memory of JSON:")
                    .attributes(Map.of("generated_images", List.of(Map.of("url", "lost"))))
                    .build(),
                AiMessage.from(call),
                ToolExecutionResultMessage.builder()
                    .id("call-1")
                    .toolName("take_photo")
                    .contents(TextContent.from("Taken."), ImageContent.from(image))
                    .build())
            .aiMessage();
    System.out.println(answer.images().size());
  }

  /** A model that answers with an image. */
  record Painter(Image image) implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      return ChatResponse.builder()
          .aiMessage(
              AiMessage.builder()
                  .text("Here it is.")
                  .attributes(Map.of("generated_images", List.of(image)))
                  .build())
          .build();
    }
  }
}
