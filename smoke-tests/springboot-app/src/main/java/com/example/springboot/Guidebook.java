package com.example.springboot;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows one thing about everything. */
@Component
public class Guidebook implements ContentRetriever {

  @Override
  public List<Content> retrieve(Query query) {
    return List.of(Content.from("Lisbon is on Western European Time."));
  }
}
