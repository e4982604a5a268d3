package com.example.kernel;

import com.microsoft.semantickernel.orchestration.FunctionResultMetadata;
import com.microsoft.semantickernel.services.chatcompletion.StreamingChatContent;

/** A piece of an answer. */
record Piece(String word) implements StreamingChatContent<Object> {
  @Override
  public String getId() {
    return "1";
  }

  @Override
  public String getContent() {
    return word + " ";
  }

  @Override
  public Object getInnerContent() {
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public FunctionResultMetadata getMetadata() {
    return FunctionResultMetadata.empty();
  }
}
