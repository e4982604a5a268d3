package com.example.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The models of one provider.
 *
 * @param chatModel name of the class of its chat models
 * @param streamingModel name of the class of those that stream
 * @param settings what all of them are built with
 * @param leftOut faults after which this version never calls back, or fails in one of two ways
 */
record Provider(
    String chatModel, String streamingModel, Map<String, Object> settings, Set<String> leftOut) {

  Provider(String chatModel, String streamingModel, Map<String, Object> settings) {
    this(chatModel, streamingModel, settings, Set.of());
  }

  /** A model that waits long and never tries again. */
  ChatModel chat() throws ReflectiveOperationException {
    return Models.build(ChatModel.class, chatModel, patient(0));
  }

  ChatModel retrying(int retries) throws ReflectiveOperationException {
    return Models.build(ChatModel.class, chatModel, patient(retries));
  }

  ChatModel impatient() throws ReflectiveOperationException {
    return Models.build(ChatModel.class, chatModel, with(0, Duration.ofMillis(300)));
  }

  StreamingChatModel streaming() throws ReflectiveOperationException {
    return Models.build(StreamingChatModel.class, streamingModel, patient(0));
  }

  StreamingChatModel impatientStreaming() throws ReflectiveOperationException {
    return Models.build(StreamingChatModel.class, streamingModel, with(0, Duration.ofMillis(300)));
  }

  private Map<String, Object> patient(int retries) {
    return with(retries, Duration.ofMinutes(1));
  }

  private Map<String, Object> with(int retries, Duration timeout) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("maxRetries", retries);
    all.put("timeout", timeout);
    return all;
  }
}
