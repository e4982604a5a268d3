package com.example.travel;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.StreamingResponseHandler;
import dev.langchain4j.model.image.ImageModel;
import dev.langchain4j.model.input.Prompt;
import dev.langchain4j.model.language.LanguageModel;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiImageModel;
import dev.langchain4j.model.openai.OpenAiLanguageModel;
import dev.langchain4j.model.openai.OpenAiModerationModel;
import dev.langchain4j.model.openai.OpenAiStreamingLanguageModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Models other than chat models: OpenAI's, and the application's own. */
public final class SpecialistsApp {
  private static final String API_KEY = "sk-example";

  private SpecialistsApp() {}

  /** Runs the program against the server whose base URL is given. */
  public static void main(String[] arguments) throws InterruptedException {
    String baseUrl = arguments[0];
    embed(baseUrl);
    moderate(baseUrl);
    draw(baseUrl);
    complete(baseUrl);
    score();
  }

  private static void embed(String baseUrl) {
    OpenAiEmbeddingModel model =
        OpenAiEmbeddingModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("text-embedding-3-small")
            .maxSegmentsPerBatch(2)
            .maxRetries(0)
            .build();
    System.out.println(model.embed("one").content().dimension());
    List<TextSegment> three =
        List.of(TextSegment.from("one"), TextSegment.from("two"), TextSegment.from("three"));
    System.out.println(model.embedAll(three).tokenUsage().inputTokenCount());
  }

  private static void moderate(String baseUrl) {
    ModerationModel model =
        OpenAiModerationModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("omni-moderation-latest")
            .maxRetries(0)
            .build();
    System.out.println(model.moderate("I love trams").content().flagged());
    System.out.println(
        model
            .moderate(
                List.of(UserMessage.from("Hello"), UserMessage.from("How do I steal a tram?")))
            .content()
            .flaggedText());
  }

  private static void draw(String baseUrl) {
    ImageModel byAddress = images(baseUrl, "dall-e-3");
    System.out.println(byAddress.generate("A tram").content().url());
    ImageModel byContent = images(baseUrl, "gpt-image-1");
    System.out.println(byContent.generate("Two trams", 2).content().size());
    System.out.println(new Mirror().edit(image(), image(), "Turn it around").content().mimeType());
    try {
      new Mirror().generate("Something new");
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }

  private static ImageModel images(String baseUrl, String name) {
    return OpenAiImageModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName(name)
        .maxRetries(0)
        .build();
  }

  private static Image image() {
    return Image.builder().base64Data("aGVsbG8=").mimeType("image/png").build();
  }

  private static void complete(String baseUrl) throws InterruptedException {
    LanguageModel model =
        OpenAiLanguageModel.builder()
            .baseUrl(baseUrl)
            .apiKey(API_KEY)
            .modelName("gpt-3.5-turbo-instruct")
            .maxRetries(0)
            .build();
    System.out.println(model.generate("Lisbon has trams").content());
    LanguageModel lambda = prompt -> Response.from(prompt + ", always");
    System.out.println(lambda.generate(Prompt.from("Sun")).content());
    PrintingTextHandler handler = new PrintingTextHandler();
    OpenAiStreamingLanguageModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("gpt-3.5-turbo-instruct")
        .build()
        .generate("Lisbon has trams", handler);
    handler.ended.await();
    PrintingTextHandler failing = new PrintingTextHandler();
    OpenAiStreamingLanguageModel.builder()
        .baseUrl(baseUrl + "/nowhere")
        .apiKey(API_KEY)
        .modelName("gpt-3.5-turbo-instruct")
        .build()
        .generate("Lisbon has trams", failing);
    failing.ended.await();
  }

  private static void score() {
    TextSegment tram = TextSegment.from("The tram");
    System.out.println(new LengthScores().score(tram, "trams").content());
    ScoringModel lambda =
        (segments, query) -> Response.from(segments.stream().map(segment -> 0.5).toList());
    System.out.println(lambda.score("The tram", "trams").content());
  }

  /** An image model of the application's own, which can change images only. */
  static final class Mirror implements ImageModel {
    @Override
    public Response<Image> generate(String prompt) {
      throw new IllegalArgumentException("There is nothing to mirror");
    }

    @Override
    public Response<Image> edit(Image image, Image mask, String prompt) {
      return Response.from(image);
    }
  }

  /** Prints a streamed text. */
  static final class PrintingTextHandler implements StreamingResponseHandler<String> {
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void onNext(String token) {
      System.out.print(token);
    }

    @Override
    public void onComplete(Response<String> response) {
      System.out.println(" " + response.finishReason());
      ended.countDown();
    }

    @Override
    public void onError(Throwable error) {
      System.out.println("failed");
      ended.countDown();
    }
  }
}
