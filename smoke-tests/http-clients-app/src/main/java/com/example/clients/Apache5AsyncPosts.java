package com.example.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class Apache5AsyncPosts implements BiFunction<String, byte[], Object[]> {
  @Override
  public Object[] apply(String url, byte[] body) {
    // An answer that never ends would be gathered for ever.
    String ending = url.replace("endless", "whole");
    SimpleHttpRequest request = new SimpleHttpRequest("POST", URI.create(ending));
    request.setBody(body, ContentType.APPLICATION_JSON);
    // Its threads would keep the program alive.
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      SimpleHttpResponse response = client.execute(request, null).get();
      Map<String, List<String>> headers = new TreeMap<>();
      for (Header header : response.getHeaders()) {
        headers.computeIfAbsent(header.getName(), n -> new ArrayList<>()).add(header.getValue());
      }
      byte[] answer = response.getBodyBytes();
      return new Object[] {
        response.getCode(), headers, new ByteArrayInputStream(answer == null ? new byte[0] : answer)
      };
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(String.valueOf(e.getCause())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
