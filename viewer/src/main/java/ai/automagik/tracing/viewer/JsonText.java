package ai.automagik.tracing.viewer;

import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes plain Java values (see {@link ai.automagik.tracing.store.Json}) as JSON. */
final class JsonText {
  /** Payloads may be nested 500 levels deep, and stand inside a document. */
  private static final int MAX_DEPTH = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
          return new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private JsonText() {}

  /** Returns the value on one line. */
  static String compact(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  /** Writes the value indented, and a line break; does not close the writer. */
  static void indented(Writer target, @Nullable Object value) {
    try (JsonGenerator generator = FACTORY.createGenerator(INDENTED, target)) {
      write(generator, value);
      generator.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean claim) {
      generator.writeBoolean(claim);
    } else if (value instanceof Double number) {
      generator.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      generator.writeNumber(number);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.longValue());
    } else if (value instanceof byte[] bytes) {
      generator.writeBinary(bytes);
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      list.forEach(element -> write(generator, element));
      generator.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      map.forEach(
          (name, element) -> {
            generator.writeName(String.valueOf(name));
            write(generator, element);
          });
      generator.writeEndObject();
    } else {
      generator.writeString(value.toString());
    }
  }
}
