package com.example.travel;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;

/** An embedding model of the application's own: texts of similar length are similar. */
final class LengthEmbeddings implements EmbeddingModel {
  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<Embedding> embeddings =
        segments.stream()
            .map(segment -> Embedding.from(new float[] {segment.text().length(), 1, 2}))
            .toList();
    return Response.from(embeddings, new TokenUsage(5 * segments.size()));
  }
}
