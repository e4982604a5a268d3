package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.DeferredJson;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;

/** The JSON schema of a tool's parameters. Immutable, as LangChain4j's schemas are. */
record ToolParameters(JsonSchemaElement schema) implements DeferredJson {
  @Override
  public Object toJson() {
    return JsonSchemaElementUtils.toMap(schema);
  }
}
