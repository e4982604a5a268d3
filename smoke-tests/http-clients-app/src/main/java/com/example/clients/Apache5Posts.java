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
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
@SuppressWarnings("deprecation") // of methods that the oldest version has no others for
public final class Apache5Posts implements BiFunction<String, byte[], Object[]> {
  private final CloseableHttpClient client = HttpClients.createDefault();

  @Override
  public Object[] apply(String url, byte[] body) {
    HttpPost request = new HttpPost(url);
    request.setEntity(
        body.length == 0
            ? new InputStreamEntity(
                new ByteArrayInputStream(new byte[9]), ContentType.APPLICATION_JSON)
            : new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    try {
      CloseableHttpResponse response = client.execute(request);
      Map<String, List<String>> headers = new TreeMap<>();
      for (Header header : response.getHeaders()) {
        headers.computeIfAbsent(header.getName(), n -> new ArrayList<>()).add(header.getValue());
      }
      InputStream content =
          response.getEntity() == null
              ? InputStream.nullInputStream()
              : response.getEntity().getContent();
      if (url.contains("endless")) { // whose rest closing the stream would read
        System.out.println("first byte " + content.read());
        ((EofSensorInputStream) content).abort();
        content = InputStream.nullInputStream();
      }
      return new Object[] {response.getCode(), headers, content};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
