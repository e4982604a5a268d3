package com.example.travel;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;

/** A scoring model of the application's own: long texts are good texts. */
final class LengthScores implements ScoringModel {
  public String modelName() {
    return "length-1";
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    List<Double> scores =
        segments.stream().map(segment -> segment.text().length() / 100.0).toList();
    return Response.from(scores, new TokenUsage(7 * segments.size()));
  }
}
