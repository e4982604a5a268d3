package ai.automagik.tracing.instrumentation.reactive;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the newest Reactor, RxJava and Mutiny. */
final class HooksTest extends HooksRules {}
