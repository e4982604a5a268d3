package com.example.travel;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;

/** An agent with a memory for each user, that looks things up before it answers. */
public final class RagApp {
  private RagApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    LengthEmbeddings embeddings = new LengthEmbeddings();
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    TextSegment fact = TextSegment.from("Lisbon is sunny in May.");
    store.add("fact-1", embeddings.embed(fact).content(), fact);
    Guide guide =
        AiServices.builder(Guide.class)
            .chatModel(new EchoModel())
            .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(5))
            .contentRetriever(
                EmbeddingStoreContentRetriever.builder()
                    .embeddingModel(embeddings)
                    .embeddingStore(store)
                    .maxResults(1)
                    .build())
            .build();
    System.out.println(guide.ask("user-7", "What is the weather?"));
  }

  /** The agent. */
  interface Guide {
    String ask(@MemoryId String user, @UserMessage String question);
  }
}
