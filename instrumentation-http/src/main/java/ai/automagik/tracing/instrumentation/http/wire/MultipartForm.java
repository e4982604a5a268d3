package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forms as {@code multipart/form-data} has them, read as an object of their fields. Stateless.
 *
 * <p>A file is an object of {@code filename}, {@code content_type} and {@code bytes}, its size;
 * what is in it is not kept, and its middle may be missing.
 */
final class MultipartForm {
  private static final int MAX_FIELDS = 256;
  private static final int MAX_BOUNDARY = 80;
  private static final String LINE_END = "\r\n";

  private MultipartForm() {}

  /** Whether a body is a form: it begins with the line that stands between the fields. */
  static boolean isOne(byte[] body) {
    if (body.length < 4 || body[0] != '-' || body[1] != '-') {
      return false;
    }
    for (int i = 2; i < body.length - 1 && i < MAX_BOUNDARY; i++) {
      if (body[i] == '\r') {
        return body[i + 1] == '\n';
      }
    }
    return false;
  }

  static JsonValue parse(Body body) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    // One character for each byte, so that offsets are those of the body.
    String text = new String(body.head(), ISO_8859_1);
    int at = text.indexOf(LINE_END) + LINE_END.length();
    String delimiter = LINE_END + text.substring(0, at - LINE_END.length());
    boolean inTail = body.tail().length == 0;
    for (int fields = 0; fields < MAX_FIELDS; fields++) {
      int blank = text.indexOf(LINE_END + LINE_END, at);
      if (blank < 0) {
        break;
      }
      String headers = utf8(text.substring(at, blank));
      int start = blank + 2 * LINE_END.length();
      int end = text.indexOf(delimiter, start);
      String content = end < 0 ? null : text.substring(start, end);
      long bytes = end < 0 ? -1 : end - start;
      if (end < 0 && !inTail) {
        inTail = true;
        text = new String(body.tail(), ISO_8859_1);
        end = text.indexOf(delimiter);
        bytes = end < 0 ? -1 : body.length() - text.length() + end - start;
      }
      add(form, headers, content, bytes);
      if (end < 0) {
        break;
      }
      at = end + delimiter.length() + LINE_END.length(); // or the two hyphens of the last one
    }
    return JsonValue.of(form);
  }

  private static void add(
      Map<String, @Nullable Object> form, String headers, @Nullable String content, long bytes) {
    String name = parameter(headers, "name");
    if (name == null) {
      return;
    }
    String file = parameter(headers, "filename");
    Object value = content == null ? null : utf8(content);
    if (file != null) {
      Map<String, @Nullable Object> described = new LinkedHashMap<>();
      described.put("filename", file);
      described.put("content_type", contentType(headers));
      described.put("bytes", bytes < 0 ? null : (Object) bytes);
      value = described;
    }
    String field = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    Object before = form.get(field);
    if (before == null) {
      form.put(field, value);
    } else {
      List<@Nullable Object> several = new ArrayList<>();
      if (before instanceof List<?> list) {
        several.addAll(list);
      } else {
        several.add(before);
      }
      several.add(value);
      form.put(field, several);
    }
  }

  /** A parameter of the content's disposition, in quotes or not. */
  private static @Nullable String parameter(String headers, String name) {
    int at = -1;
    do {
      at = headers.indexOf(name + '=', at + 1);
    } while (at > 0 && headers.charAt(at - 1) != ' ' && headers.charAt(at - 1) != ';');
    if (at < 0) {
      return null;
    }
    int start = at + name.length() + 1;
    boolean quoted = start < headers.length() && headers.charAt(start) == '"';
    start += quoted ? 1 : 0;
    int end = start;
    while (end < headers.length() && "\r\n".indexOf(headers.charAt(end)) < 0) {
      if (headers.charAt(end) == (quoted ? '"' : ';')) {
        break;
      }
      end++;
    }
    return headers.substring(start, end);
  }

  private static @Nullable String contentType(String headers) {
    for (String line : headers.lines().toList()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return null;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
