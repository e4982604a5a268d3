package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.instrumentation.HooksRules;

/** The hooks against the oldest clients and SDKs that are supported. */
final class HooksTest extends HooksRules {

  HooksTest() {
    super(
        "io.vertx.core.http.impl.HttpClientResponseImpl#handleTrailers",
        "okhttp3.internal.connection.RealCall#getResponseWithInterceptorChain$okhttp",
        "okhttp3.internal.connection.RealCall$AsyncCall#<init>",
        "okhttp3.internal.connection.RealCall$AsyncCall#run",
        "okhttp3.internal.connection.RealConnection#newCodec$okhttp",
        "okhttp3.internal.http1.Http1Codec#createRequestBody",
        "okhttp3.internal.http2.Http2Codec#createRequestBody",
        "org.asynchttpclient.netty.handler.Http2Handler#handleHttp2DataFrame");
  }
}
