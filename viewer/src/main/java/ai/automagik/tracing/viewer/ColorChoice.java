package ai.automagik.tracing.viewer;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of --color. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** Reads a choice in lower case, as users type it. */
  static final class Converter implements ITypeConverter<ColorChoice> {
    @Override
    public ColorChoice convert(String value) {
      for (ColorChoice choice : values()) {
        if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
          return choice;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of: auto, always, never");
    }
  }
}
