package com.example.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class Apache5AsyncPosts implements BiFunction<String, byte[], Object[]> {
  @Override
  public Object[] apply(String url, byte[] body) {
    SimpleHttpRequest request = new SimpleHttpRequest("POST", URI.create(url));
    request.setBody(body, ContentType.APPLICATION_JSON);
    // Its threads would keep the program alive.
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      if (url.contains("endless")) {
        Beginning beginning = new Beginning();
        Future<?> asked = client.execute(SimpleRequestProducer.create(request), beginning, null);
        beginning.come.await();
        asked.cancel(true);
        return new Object[] {beginning.status, Map.of(), new ByteArrayInputStream(new byte[0])};
      }
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

  /** Waits for the beginning of an answer that never ends. */
  private static final class Beginning extends AbstractBinResponseConsumer<Void> {
    private final CountDownLatch come = new CountDownLatch(1);
    private int status;

    @Override
    protected void start(HttpResponse response, ContentType type) {
      status = response.getCode();
    }

    @Override
    protected int capacityIncrement() {
      return 1000;
    }

    @Override
    protected void data(ByteBuffer piece, boolean last) {
      piece.position(piece.limit());
      come.countDown();
    }

    @Override
    protected Void buildResult() {
      return null;
    }

    @Override
    public void releaseResources() {}
  }
}
