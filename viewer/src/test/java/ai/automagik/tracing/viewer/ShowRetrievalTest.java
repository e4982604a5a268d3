package ai.automagik.tracing.viewer;

import static ai.automagik.tracing.store.SpoolFixture.attribute;
import static ai.automagik.tracing.store.SpoolFixture.span;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.SpoolFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands under spans of retrievals, of ingestion, and of models other than chat models. */
class ShowRetrievalTest {
  private static final String TRACE = "ab1200000000000000000000000000ff";
  private static final String FOUND =
      """
      [{"id":"fact-1","score":0.98765,"content":"Before\\neight."},{"content":"Tarts!"},\
      {"score":1}]""";

  @TempDir Path folder;

  @BeforeEach
  void write() {
    new SpoolFixture(folder)
        .frame(
            "run",
            "shop",
            span(TRACE, "01", "", "retrieval", 0, 100)
                .addAttributes(attribute("gen_ai.operation.name", "retrieval"))
                .addAttributes(attribute("automagik.rag.transformer", "ExpandingQueryTransformer"))
                .addAttributes(attribute("automagik.rag.router", "DefaultQueryRouter"))
                .addAttributes(attribute("automagik.rag.queries", List.of("When?", "Why?")))
                .addAttributes(attribute("gen_ai.retrieval.query.text", "When and why?"))
                .addAttributes(attribute("gen_ai.retrieval.documents", "[]")),
            span(TRACE, "02", "01", "retrieval Facts", 10, 20)
                .addAttributes(attribute("automagik.retrieval.store", "PgVectorEmbeddingStore"))
                .addAttributes(attribute("gen_ai.retrieval.top_k", 3))
                .addAttributes(attribute("gen_ai.retrieval.documents", FOUND)),
            span(TRACE, "03", "01", "ingest Store", 40, 20)
                .addAttributes(attribute("automagik.ingest.documents", 1))
                .addAttributes(attribute("automagik.ingest.segments", 1_200)),
            span(TRACE, "04", "01", "embeddings e-1", 70, 5)
                .addAttributes(attribute("automagik.embeddings.count", 1_200))
                .addAttributes(attribute("gen_ai.embeddings.dimension.count", 256)),
            span(TRACE, "05", "01", "moderation m-1", 80, 5)
                .addAttributes(attribute("automagik.moderation.flagged", true))
                .addAttributes(attribute("automagik.moderation.flagged_text", "Steal a tram!")),
            span(TRACE, "06", "01", "chat c-1", 90, 5)
                .addAttributes(
                    attribute(
                        "gen_ai.input.messages",
                        """
                        [{"role":"user","parts":[{"type":"blob","modality":"image",\
                        "mime_type":"image/png","content":"","size":2500000,"omitted":true},\
                        {"type":"blob","modality":"audio","content":"QUJD","size":2},\
                        {"type":"blob","modality":"image","content":"","omitted":true},\
                        {"type":"Hologram"}]}]""")));
  }

  @Test
  void showsWhatWasFoundAndMade() {
    assertThat(new CommandRunner(folder).run("show", "ab12").out())
        .endsWith(
            """
            ✓ retrieval           ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━   100 ms
            │  ExpandingQueryTransformer
            │  query      When and why?
            │  queries    When?
            │             Why?
            │  documents  none
            │
            ├─ ✓ retrieval Facts       ━━━━━━━━━╸                                     20 ms
            │     from PgVectorEmbeddingStore, top 3
            │     documents  0.988  fact-1  Before eight.
            │                Tarts!
            │                1.000
            │
            ├─ ✓ ingest Store                        ━━━━━━━━━━                       20 ms
            │     1 document, 1,200 segments
            │
            ├─ ✓ embeddings e-1                                    ╺━━              5.00 ms
            │     1,200 embeddings, 256 dimensions
            │
            ├─ ✓ moderation m-1                                         ╺━━         5.00 ms
            │     flagged
            │     flagged    Steal a tram!
            │
            └─ ✓ chat c-1                                                    ━━╸    5.00 ms
                  user       [image/png] 2.5 MB, not kept
                  user       [audio] 2 B
                  user       [image] not kept
                  user       [Hologram]
            """);
  }

  @Test
  void noContentLeavesOutWhatWasAskedAndFound() {
    assertThat(new CommandRunner(folder).run("show", "ab12", "--no-content").out())
        .contains("from PgVectorEmbeddingStore, top 3", "1 document", "flagged")
        .doesNotContain("When", "Tarts", "Steal", "fact-1");
  }

  @Test
  void fullKeepsLineBreaks() {
    assertThat(new CommandRunner(folder).run("show", "ab12", "--full").out())
        .containsPattern("0\\.988  fact-1  Before\n.*eight\\.");
  }
}
