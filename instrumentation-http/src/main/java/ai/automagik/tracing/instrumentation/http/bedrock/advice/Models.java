package ai.automagik.tracing.instrumentation.http.bedrock.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/** The models of Bedrock, which the path of a request names. */
final class Models {
  private Models() {}

  /** Begins a call of the model that a request is for; null when that is not to be traced. */
  static @Nullable SdkCall begin(SdkRequest request, String operation) {
    String model = request.getValueForField("modelId", String.class).orElse(null);
    // What is addressed by a name of Amazon's own has slashes in it.
    return model == null
        ? null
        : SdkCall.beginWhole("/model/" + model.replace("/", "%2F") + "/" + operation);
  }
}
