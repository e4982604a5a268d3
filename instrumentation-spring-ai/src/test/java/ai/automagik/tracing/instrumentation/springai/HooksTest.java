package ai.automagik.tracing.instrumentation.springai;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the oldest Spring AI. */
final class HooksTest extends HooksRules {
  HooksTest() {
    super( // methods of providers' models, which their interface does not have
        "org.springframework.ai.chat.model.ChatModel#internalCall",
        "org.springframework.ai.chat.model.ChatModel#internalStream");
  }
}
