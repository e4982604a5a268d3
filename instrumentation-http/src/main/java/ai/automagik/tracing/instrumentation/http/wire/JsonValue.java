package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.DeferredJson;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that never fails: what is absent, or of another type than asked for, is nothing.
 * Immutable.
 *
 * <p>A text that breaks off, such as a body that was cut at its cap, is read as far as it goes.
 */
final class JsonValue {
  static final JsonValue NOTHING = new JsonValue(null);

  private static final JsonFactory FACTORY = new JsonFactory();

  private final @Nullable Object value;
  private final boolean brokenOff;

  private JsonValue(@Nullable Object value) {
    this(value, false);
  }

  private JsonValue(@Nullable Object value, boolean brokenOff) {
    this.value = value;
    this.brokenOff = brokenOff;
  }

  static JsonValue parse(byte[] utf8) {
    Reader reader = new Reader();
    boolean brokenOff = false;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        reader.take(token, parser);
      }
    } catch (JacksonException unreadable) {
      brokenOff = true; // what came before stays
    }
    return new JsonValue(reader.root, brokenOff);
  }

  /** A value of maps, lists, texts, numbers and booleans. */
  static JsonValue of(@Nullable Object value) {
    return value == null ? NOTHING : new JsonValue(value);
  }

  static JsonValue parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the text is no JSON, or no more than its beginning. */
  boolean brokenOff() {
    return brokenOff;
  }

  boolean isNothing() {
    return value == null;
  }

  boolean isObject() {
    return value instanceof Map;
  }

  boolean isArray() {
    return value instanceof List;
  }

  /** A member of an object. */
  JsonValue get(String name) {
    return value instanceof Map<?, ?> object && object.get(name) != null
        ? new JsonValue(object.get(name))
        : NOTHING;
  }

  /** The first of these members that is there. */
  JsonValue any(String... names) {
    for (String name : names) {
      JsonValue member = get(name);
      if (!member.isNothing()) {
        return member;
      }
    }
    return NOTHING;
  }

  /** The elements of an array; none if it is no array. */
  List<JsonValue> elements() {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    List<JsonValue> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      elements.add(element == null ? NOTHING : new JsonValue(element));
    }
    return elements;
  }

  /** The elements of an array; anything else is a list of itself, and nothing is none. */
  List<JsonValue> list() {
    return value == null || isArray() ? elements() : List.of(this);
  }

  /** The first element of an array. */
  JsonValue first() {
    return value instanceof List<?> list && !list.isEmpty() && list.get(0) != null
        ? new JsonValue(list.get(0))
        : NOTHING;
  }

  /** The names of an object's members, in their order. */
  List<String> names() {
    if (!(value instanceof Map<?, ?> object)) {
      return List.of();
    }
    List<String> names = new ArrayList<>(object.size());
    object.keySet().forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  @Nullable String text() {
    return value instanceof String text ? text : null;
  }

  String textOr(String other) {
    return value instanceof String text ? text : other;
  }

  @Nullable Long integer() {
    return value instanceof Number number ? (Long) number.longValue() : null;
  }

  long integerOr(long other) {
    return value instanceof Number number ? number.longValue() : other;
  }

  @Nullable Double decimal() {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** The texts of an array, or a single text as a list; null when there is neither. */
  @Nullable List<String> texts() {
    if (value instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue element : elements()) {
      if (element.text() != null) {
        texts.add(element.text());
      }
    }
    return texts.isEmpty() ? null : texts;
  }

  /** The value as it is, for whoever writes it as JSON; null when there is nothing. */
  @Nullable DeferredJson deferred() {
    Object json = value;
    return json == null ? null : () -> json;
  }

  /** An object with one member more. */
  JsonValue with(String name, JsonValue member) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String known : names()) {
      members.put(known, get(known).value);
    }
    members.put(name, member.value);
    return new JsonValue(members);
  }

  /** An array with nothing but this. */
  JsonValue alone() {
    List<@Nullable Object> elements = new ArrayList<>();
    elements.add(value);
    return new JsonValue(elements);
  }

  /** A text as it is, anything else as JSON text; null when there is nothing. */
  @Nullable String textOrJson() {
    return value instanceof String text ? text : json();
  }

  /** A text that says something; null for an empty one, as Azure's first chunk has it. */
  @Nullable String word() {
    return value instanceof String text && !text.isEmpty() ? text : null;
  }

  /** The value as JSON text; null when there is nothing. */
  @Nullable String json() {
    if (value == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, out);
    }
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator out) {
    if (value instanceof Map<?, ?> object) {
      out.writeStartObject();
      object.forEach(
          (name, member) -> {
            out.writeName(String.valueOf(name));
            write(member, out);
          });
      out.writeEndObject();
    } else if (value instanceof List<?> array) {
      out.writeStartArray();
      array.forEach(element -> write(element, out));
      out.writeEndArray();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Number number) {
      out.writeRawValue(number.toString());
    } else {
      out.writeNull();
    }
  }

  /** Builds the value from tokens; a container is part of the whole as soon as it is begun. */
  private static final class Reader {
    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable Object root;
    private boolean done;

    void take(JsonToken token, JsonParser parser) {
      switch (token) {
        case START_OBJECT -> begin(new LinkedHashMap<String, @Nullable Object>(), parser);
        case START_ARRAY -> begin(new ArrayList<@Nullable Object>(), parser);
        case END_OBJECT, END_ARRAY -> open.pop();
        case VALUE_STRING -> add(parser.getString(), parser);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(parser.getNumberValue(), parser);
        case VALUE_TRUE -> add(true, parser);
        case VALUE_FALSE -> add(false, parser);
        case VALUE_NULL -> add(null, parser);
        default -> {}
      }
    }

    private void begin(Object container, JsonParser parser) {
      add(container, parser);
      open.push(container);
    }

    @SuppressWarnings("unchecked") // nothing else is ever opened
    private void add(@Nullable Object value, JsonParser parser) {
      Object container = open.peek();
      if (container == null) {
        root = done ? root : value;
        done = true;
      } else if (container instanceof Map) {
        ((Map<String, @Nullable Object>) container).put(nameIn(parser), value);
      } else {
        ((List<@Nullable Object>) container).add(value);
      }
    }

    private static String nameIn(JsonParser parser) {
      String name = parser.currentName();
      return name == null ? "" : name;
    }
  }
}
