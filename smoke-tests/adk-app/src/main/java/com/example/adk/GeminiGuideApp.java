package com.example.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.LlmAgent;
import com.google.adk.models.Gemini;
import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.FunctionTool;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An agent whose model is Gemini, over HTTP. */
public final class GeminiGuideApp {
  private GeminiGuideApp() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Client client =
        Client.builder()
            .apiKey("secret")
            .httpOptions(HttpOptions.builder().baseUrl(arguments[0]).build())
            .build();
    BaseAgent guide =
        Build.of(
            LlmAgent.class,
            LlmAgent.builder(),
            "name",
            "guide",
            "model",
            new Gemini("gemini-2.5-flash", client),
            "tools",
            List.of(FunctionTool.create(GeminiGuideApp.class, "weather")));
    BaseAgent reader =
        Build.of(
            LlmAgent.class,
            LlmAgent.builder(),
            "name",
            "reader",
            "model",
            new Gemini("gemini-2.5-flash", client));
    Talk.with(guide, "How is Lisbon?").print();
    Talk.with(reader, "And then?").print();
    Talk.withStream(reader, "Tell me more.").print();
    Talk.with(reader, "status 400").print();
    System.exit(0); // threads of the client outlive it
  }

  /** Tells the weather. */
  @Schema(name = "get_weather", description = "Tells the weather")
  public static Map<String, Object> weather(
      @Schema(name = "city", description = "Where") String city) {
    return new TreeMap<>(Map.of("city", city, "forecast", "sunny"));
  }
}
