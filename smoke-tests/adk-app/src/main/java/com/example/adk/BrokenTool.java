package com.example.adk;

import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.FunctionDeclaration;
import io.reactivex.rxjava3.core.Single;
import java.util.Map;
import java.util.Optional;

/** A tool of the program's own, which fails. */
final class BrokenTool extends BaseTool {
  BrokenTool() {
    super("broken", "Never works");
  }

  @Override
  public Optional<FunctionDeclaration> declaration() {
    return Optional.of(
        FunctionDeclaration.builder().name("broken").description("Never works").build());
  }

  @Override
  public Single<Map<String, Object>> runAsync(Map<String, Object> arguments, ToolContext context) {
    return Single.error(new IllegalArgumentException("no such thing"));
  }
}
