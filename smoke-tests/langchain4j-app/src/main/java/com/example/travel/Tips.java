package com.example.travel;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;

/** A retriever of the application's own: always the same two tips. */
class Tips implements ContentRetriever {
  @Override
  public List<Content> retrieve(Query query) {
    return List.of(Content.from("Tram 28 is empty before eight."), Content.from("Tarts!"));
  }
}
