package com.example.async;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class JettyPosts implements BiFunction<String, byte[], Object[]> {
  private final HttpClient client = new HttpClient();

  /** The threads of the client do not keep the program from ending. */
  public JettyPosts() throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setScheduler(new ScheduledExecutorScheduler("timer", true));
    client.start();
  }

  @Override
  public Object[] apply(String url, byte[] body) {
    InputStreamResponseListener answer = new InputStreamResponseListener();
    client.POST(url).body(new BytesRequestContent("application/json", body)).send(answer);
    try {
      Response response = answer.get(30, TimeUnit.SECONDS);
      Map<String, List<String>> headers = new TreeMap<>();
      for (String name : response.getHeaders().getFieldNamesCollection()) {
        headers.put(name, response.getHeaders().getValuesList(name));
      }
      InputStream in = answer.getInputStream();
      return new Object[] {response.getStatus(), headers, new Failing(in)};
    } catch (InterruptedException | TimeoutException | ExecutionException failed) {
      // What the client says of its connections is never the same.
      throw new UncheckedIOException(new IOException(failed.getCause().getClass().getName()));
    }
  }

  /** A body that says nothing of the connection when it fails. */
  private static final class Failing extends InputStream {
    private final InputStream in;

    Failing(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return in.read(into, offset, length);
      } catch (IOException failed) {
        throw new IOException(failed.getClass().getName());
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
