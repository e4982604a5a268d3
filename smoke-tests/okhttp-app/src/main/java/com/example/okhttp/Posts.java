package com.example.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class Posts implements BiFunction<String, byte[], Object[]> {
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

  @Override
  @SuppressWarnings("deprecation") // of a method that the oldest version has no other for
  public Object[] apply(String url, byte[] body) {
    RequestBody sent = RequestBody.create(MediaType.parse("application/json"), body);
    Request request = new Request.Builder().url(url).post(sent).build();
    try {
      Response response = client.newCall(request).execute();
      Map<String, List<String>> headers = new TreeMap<>(response.headers().toMultimap());
      return new Object[] {response.code(), headers, response.body().byteStream()};
    } catch (IOException failed) {
      throw new UncheckedIOException(new IOException(failed.toString()));
    }
  }
}
