package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.SpanMap;

/** Spans by the object that stands for their stream, of one application. */
final class OpenStreams {
  /** Agents by token stream, until it is started. */
  static final SpanMap AGENTS = new SpanMap();

  /** Model calls by the handler of their answer, until it ends. */
  static final SpanMap CHATS = new SpanMap();

  private OpenStreams() {}
}
