package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.SpanEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch of spans as one OTLP {@code ExportTraceServiceRequest}. Confined to one thread.
 *
 * <p>Field numbers are those of opentelemetry-proto, {@code trace/v1/trace.proto} and {@code
 * common/v1/common.proto}.
 */
final class OtlpEncoder {
  private static final int MAX_STACK_TRACE_CHARS = 16 * 1024;

  /** The reader takes a longer frame for a damaged one. */
  private static final int MAX_SPAN_BYTES = 32 << 20;

  private static final int STATUS_ERROR = 2;

  /** SPAN_FLAGS_CONTEXT_HAS_IS_REMOTE_MASK with "not remote", and the sampled flag of W3C. */
  private static final int FLAGS = 0x101;

  /** SPAN_FLAGS_CONTEXT_IS_REMOTE_MASK: the parent was begun elsewhere. */
  private static final int REMOTE = 0x200;

  private final ProtoBuffer out;
  private final ContentJson json;
  private int resourceSpans;
  private int scopeSpans;

  /**
   * @param unreadable counts values of the traced library that did not become JSON
   */
  OtlpEncoder(ProtoBuffer out, LongAdder unreadable) {
    this.out = out;
    this.json = new ContentJson(unreadable);
  }

  /** Begins a request with its one resource and scope. */
  void begin(Resource resource) {
    out.clear();
    resourceSpans = out.begin(1);
    int resourceMessage = out.begin(1);
    for (int i = 0; i < resource.size(); i++) {
      attribute(1, resource.attribute(i), resource.value(i));
    }
    out.end(resourceMessage);
    scopeSpans = out.begin(2);
    int scope = out.begin(1);
    out.stringField(1, resource.scopeName());
    out.stringField(2, resource.scopeVersion());
    out.end(scope);
  }

  /**
   * Adds one span to the request.
   *
   * @throws RuntimeException when a value cannot be written; the request is then as it was before
   */
  void add(SpanEvent event) {
    int before = out.size();
    try {
      encode(event);
      if (out.size() - before > MAX_SPAN_BYTES) {
        throw new IllegalArgumentException("a span of " + (out.size() - before) + " bytes");
      }
    } catch (RuntimeException | Error failure) {
      out.truncate(before);
      throw failure;
    }
  }

  private void encode(SpanEvent event) {
    ActiveSpan span = event.span();
    int message = out.begin(2);
    out.idField(1, span.traceIdHigh(), span.traceIdLow());
    out.idField(2, span.spanId());
    if (span.parentSpanId() != 0) {
      out.idField(4, span.parentSpanId());
    }
    out.stringField(5, name(event));
    out.varintField(6, span.kind().otlpNumber());
    out.fixed64Field(7, span.startEpochNanos());
    boolean running = event.endEpochNanos() == 0;
    if (!running) {
      out.fixed64Field(8, event.endEpochNanos());
    }
    if (span.operation().genAiName() != null) {
      attribute(9, Attribute.OPERATION_NAME, span.operation().genAiName());
    }
    for (int i = 0; i < event.attributeCount(); i++) {
      Attribute attribute = event.attribute(i);
      Object value = event.value(i);
      if (attribute != null && value != null && attribute != Attribute.STATUS_MESSAGE) {
        attribute(9, attribute, value);
      }
    }
    if (span.conversationId() != null) {
      attribute(9, Attribute.CONVERSATION_ID, span.conversationId());
    }
    attribute(9, Attribute.THREAD_ID, span.threadId());
    attribute(9, Attribute.THREAD_NAME, span.threadName());
    if (running) {
      attribute(9, Attribute.SPAN_STATE, "running");
    }
    failure(event);
    out.fixed32Field(16, span.remotelyCalled() ? FLAGS | REMOTE : FLAGS);
    out.end(message);
  }

  /** Ends the request; the buffer then holds all of it. */
  void end() {
    out.end(scopeSpans);
    out.end(resourceSpans);
  }

  private static String name(SpanEvent event) {
    Attribute targetName = event.span().operation().target();
    Object target = targetName == null ? null : event.value(targetName);
    String operation = event.span().operation().wireName();
    if (operation.isEmpty() && event.value(Attribute.HTTP_METHOD) instanceof String method) {
      operation = method;
    }
    return target == null ? operation : operation + " " + target;
  }

  /** What an error's type and words are is for the instrumentation to say, before the exception. */
  private void failure(SpanEvent event) {
    Throwable error = event.error();
    Object type = event.value(Attribute.ERROR_TYPE);
    Object text = event.value(Attribute.STATUS_MESSAGE);
    if (error != null) {
      String message = message(error);
      exception(error, message, event.endEpochNanos());
      text = text == null ? message : text;
      if (type == null) {
        type = ErrorType.of(error);
        attribute(9, Attribute.ERROR_TYPE, type);
      }
    }
    if (type != null) {
      int status = out.begin(15);
      out.stringField(2, String.valueOf(text == null ? type : text));
      out.varintField(3, STATUS_ERROR);
      out.end(status);
    }
  }

  private void exception(Throwable error, @Nullable String text, long epochNanos) {
    int event = out.begin(11);
    out.fixed64Field(1, epochNanos);
    out.stringField(2, "exception");
    attribute(3, Attribute.EXCEPTION_TYPE, error.getClass().getName());
    if (text != null) {
      attribute(3, Attribute.EXCEPTION_MESSAGE, text);
    }
    attribute(3, Attribute.EXCEPTION_STACKTRACE, stackTrace(error));
    out.end(event);
  }

  /** An exception of the application may fail at anything, also at describing itself. */
  private static @Nullable String message(Throwable error) {
    try {
      return error.getMessage();
    } catch (RuntimeException | Error unprintable) {
      return null;
    }
  }

  private static String stackTrace(Throwable error) {
    StringWriter text = new StringWriter();
    try {
      error.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException | Error unprintable) {
      text.append("(this exception cannot print its stack trace)");
    }
    String all = text.toString();
    return all.length() <= MAX_STACK_TRACE_CHARS ? all : all.substring(0, MAX_STACK_TRACE_CHARS);
  }

  private void attribute(int field, Attribute attribute, Object value) {
    int keyValue = out.begin(field);
    out.bytesField(1, attribute.utf8());
    int any = out.begin(2);
    anyValue(value);
    out.end(any);
    out.end(keyValue);
  }

  private void anyValue(Object value) {
    if (value instanceof String text) {
      out.stringField(1, text);
    } else if (value instanceof Boolean flag) {
      out.varintField(2, flag ? 1 : 0);
    } else if (value instanceof Long number) {
      out.varintField(3, number);
    } else if (value instanceof Double number) {
      out.doubleField(4, number);
    } else if (value instanceof List<?> texts) {
      int array = out.begin(5);
      for (Object text : texts) {
        int element = out.begin(1);
        out.stringField(1, String.valueOf(text));
        out.end(element);
      }
      out.end(array);
    } else if (value instanceof Message.Content content) {
      int string = out.begin(1);
      json.write(content, out);
      out.end(string);
    } else {
      out.stringField(1, String.valueOf(value));
    }
  }
}
