package com.example.quarkus;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the time of a city. */
@ApplicationScoped
@RegisterAiService(tools = ClockTools.class)
public interface Assistant {

  String ask(@MemoryId String user, @UserMessage String question);

  Multi<String> tell(@MemoryId String user, @UserMessage String question);
}
