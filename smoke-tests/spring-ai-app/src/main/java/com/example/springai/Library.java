package com.example.springai;

import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/** Documents that are found by what they mean. */
final class Library {
  private final ChatClient guide;
  private final EmbeddingModel embeddings;

  Library(ChatClient guide, EmbeddingModel embeddings) {
    this.guide = guide;
    this.embeddings = embeddings;
  }

  void search() {
    SimpleVectorStore store = SimpleVectorStore.builder(embeddings).build();
    store.add(
        List.of(
            new Document("tower", "The tower opens at nine.", Map.of()),
            new Document("harbour", "The harbour is old.", Map.of())));
    SearchRequest request = SearchRequest.builder().query("When does it open?").topK(1).build();
    System.out.println(store.similaritySearch(request).size());
    System.out.println(
        guide
            .prompt()
            .user("When does the tower open?")
            .advisors(
                RetrievalAugmentationAdvisor.builder()
                    .documentRetriever(
                        VectorStoreDocumentRetriever.builder().vectorStore(store).topK(1).build())
                    .build())
            .call()
            .content());
    store.delete(List.of("tower"));
    System.out.println(embeddings.embed("Hello").length > 0);
  }
}
