package com.example.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.events.Event;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.runner.Runner;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Flowable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** One question to an agent, in a session of its own. */
record Talk(Flowable<Event> events) {
  private static final String USER = "ada";

  private static int sessions;

  static Talk with(BaseAgent agent, String question) {
    return with(agent, question, RunConfig.StreamingMode.NONE);
  }

  static Talk withStream(BaseAgent agent, String question) {
    return with(agent, question, RunConfig.StreamingMode.SSE);
  }

  private static Talk with(BaseAgent agent, String question, RunConfig.StreamingMode mode) {
    Runner runner = new InMemoryRunner(agent, "guide");
    String session = "session-" + ++sessions;
    runner
        .sessionService()
        .createSession("guide", USER, new ConcurrentHashMap<String, Object>(), session)
        .ignoreElement()
        .blockingAwait();
    return new Talk(
        runner.runAsync(
            USER,
            session,
            Content.fromParts(Part.fromText(question)),
            RunConfig.builder().setStreamingMode(mode).build()));
  }

  /** Prints what comes, in no particular order. */
  void print() {
    List<String> lines = new ArrayList<>();
    try {
      events.blockingForEach(event -> lines.add(line(event)));
    } catch (RuntimeException e) {
      lines.add(e.getClass().getSimpleName());
    }
    Collections.sort(lines);
    lines.forEach(System.out::println);
  }

  private static String line(Event event) {
    int calls = event.functionCalls().size();
    int responses = event.functionResponses().size();
    return event.author()
        + ": "
        + (calls + responses == 0 ? event.stringifyContent() : calls + "/" + responses);
  }
}
