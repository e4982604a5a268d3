package com.example.springai;

import org.springframework.ai.audio.transcription.AudioTranscriptionPrompt;
import org.springframework.ai.image.ImageModel;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.moderation.ModerationModel;
import org.springframework.ai.moderation.ModerationPrompt;
import org.springframework.ai.openai.OpenAiAudioSpeechModel;
import org.springframework.ai.openai.OpenAiAudioTranscriptionModel;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Pictures, sounds, and words that may not be said. */
@Component
final class Studio {
  private final ImageModel images;
  private final OpenAiAudioSpeechModel voice;
  private final OpenAiAudioTranscriptionModel ear;
  private final ModerationModel moderator;

  Studio(
      ImageModel images,
      OpenAiAudioSpeechModel voice,
      OpenAiAudioTranscriptionModel ear,
      ModerationModel moderator) {
    this.images = images;
    this.voice = voice;
    this.ear = ear;
    this.moderator = moderator;
  }

  void work() {
    System.out.println(
        images.call(new ImagePrompt("A tram in Lisbon")).getResult().getOutput().getUrl());
    System.out.println(voice.call("Good morning.").length);
    System.out.println(
        voice.stream("Good evening.").map(sound -> sound.length).reduce(Integer::sum).block());
    System.out.println(ear.call(new AudioTranscriptionPrompt(recording())).getResult().getOutput());
    for (String words : new String[] {"Good morning.", "How to steal a tram"}) {
      System.out.println(
          moderator
              .call(new ModerationPrompt(words))
              .getResult()
              .getOutput()
              .getResults()
              .get(0)
              .isFlagged());
    }
  }

  private static ByteArrayResource recording() {
    return new ByteArrayResource(new byte[1_000]) {
      @Override
      public String getFilename() {
        return "morning.mp3";
      }
    };
  }
}
