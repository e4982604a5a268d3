package ai.automagik.tracing.instrumentation.springai;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the oldest Spring AI. */
final class HooksTest extends HooksRules {
  HooksTest() {
    super( // methods of providers' models, which their interface does not have
        "org.springframework.ai.chat.model.ChatModel#internalCall",
        "org.springframework.ai.chat.model.ChatModel#internalStream",
        // models of providers', on which nothing is compiled
        "org.springframework.ai.azure.openai.AzureOpenAiAudioTranscriptionModel#call",
        "org.springframework.ai.openai.OpenAiAudioTranscriptionModel#call",
        "org.springframework.ai.openai.audio.speech.SpeechModel#call",
        "org.springframework.ai.openai.audio.speech.StreamingSpeechModel#stream",
        // from 1.1 on
        "org.springframework.ai.audio.transcription.TranscriptionModel#call",
        "org.springframework.ai.audio.tts.StreamingTextToSpeechModel#stream",
        "org.springframework.ai.audio.tts.TextToSpeechModel#call");
  }
}
