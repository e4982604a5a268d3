package ai.automagik.tracing.core.trace;

/**
 * Something of the traced library that becomes JSON on the worker, where only the instrumentation
 * knows how. The thing itself must not change any more, because another thread is to read it.
 */
public interface DeferredJson {
  /**
   * The thing in terms of JSON: maps with text as keys, lists, texts, numbers, booleans, nulls.
   * Called on the worker, perhaps more than once; what it throws costs this value and no other.
   */
  Object toJson();
}
