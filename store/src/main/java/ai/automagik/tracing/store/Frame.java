package ai.automagik.tracing.store;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * One frame of a spool file, and where it lies.
 *
 * @param offset bytes from the start of the file to the frame
 * @param nextOffset bytes from the start of the file to what follows the frame; reading can go on
 *     there
 * @param request the decoded payload
 */
public record Frame(long offset, long nextOffset, ExportTraceServiceRequest request) {}
