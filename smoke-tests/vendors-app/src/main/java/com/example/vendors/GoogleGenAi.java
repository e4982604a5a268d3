package com.example.vendors;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import java.lang.reflect.Method;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls Gemini by Google's SDK. */
final class GoogleGenAi {
  private static final String MODEL = "gemini-2.5-flash";

  /** Writes lines with the time of day. */
  private static final Logger LOG = Logger.getLogger("com.google.genai");

  private GoogleGenAi() {}

  static void run(String url) throws Exception {
    LOG.setLevel(Level.OFF);
    Client client =
        Client.builder()
            .apiKey("secret")
            .httpOptions(HttpOptions.builder().baseUrl(url).build())
            .build();
    GenerateContentConfig config =
        GenerateContentConfig.builder()
            .systemInstruction(Content.fromParts(Part.fromText("Be brief.")))
            .maxOutputTokens(100)
            .build();
    System.out.println(client.models.generateContent(MODEL, "How is Lisbon?", config).text());
    System.out.println(client.async.models.generateContent(MODEL, "Later?", config).get().text());
    System.out.println(count(client.models.generateContentStream(MODEL, "Tell me.", config)));
    System.out.println(
        count(client.async.models.generateContentStream(MODEL, "Tell later.", config).get()));
    GenerateContentConfig calling = config.toBuilder().tools(List.of(weather())).build();
    System.out.println(client.models.generateContent(MODEL, "The weather?", calling).text());
    System.out.println(
        client.async.models.generateContent(MODEL, "The weather, later?", calling).get().text());
    VendorsApp.fails(() -> client.models.generateContent(MODEL, "status 400", config));
    VendorsApp.fails(() -> client.models.generateContent(MODEL, "status 400", calling));
    VendorsApp.fails(
        () -> count(client.models.generateContentStream(MODEL, "status 400, streamed", config)));
  }

  private static Tool weather() throws NoSuchMethodException {
    Method method = Weather.class.getMethod("get_weather", String.class);
    return Tool.builder().functions(List.of(method)).build();
  }

  private static int count(ResponseStream<GenerateContentResponse> responses) {
    int count = 0;
    for (GenerateContentResponse unused : responses) {
      count++;
    }
    responses.close();
    return count;
  }
}
