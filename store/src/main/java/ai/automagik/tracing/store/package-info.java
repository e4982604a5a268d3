/**
 * Reads OTLP back from the spool: frames, spans, traces and runs. Knows nothing of the recorder.
 */
package ai.automagik.tracing.store;
