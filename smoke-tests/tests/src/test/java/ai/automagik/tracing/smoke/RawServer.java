package ai.automagik.tracing.smoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server without any HTTP library: it writes the very bytes that a test wants, and keeps
 * the very bytes that it gets. Each connection has a thread; one request at a time is served.
 */
final class RawServer implements AutoCloseable {
  private static final String CHAT =
      "{\"id\":\"1\",\"model\":\"m-1\",\"choices\":[{\"message\":{\"content\":\"%s\"},"
          + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":3}}";

  /** {@code hello} by RFC 7932, as one uncompressed block. */
  private static final byte[] BROTLI = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new ArrayList<>();

  RawServer() throws IOException {
    Thread acceptor = new Thread(this::accept, "raw-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** The bytes of all requests since it was last asked, one text each. */
  List<String> takeRequests() {
    synchronized (requests) {
      List<String> taken = List.copyOf(requests);
      requests.clear();
      return taken;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      for (String request = read(in, out); request != null; request = read(in, out)) {
        synchronized (requests) {
          requests.add(request);
        }
        boolean goesOn = answer(request.split("/", 3)[1], socket, out);
        out.flush();
        if (!goesOn) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client has closed.
    }
  }

  /** One request as it came, framing of its body included; null at the end. */
  private static @Nullable String read(InputStream in, OutputStream out) throws IOException {
    StringBuilder bytes = new StringBuilder();
    if (!readUntil("\r\n\r\n", in, bytes, 0)) {
      return null;
    }
    String head = bytes.toString().toLowerCase(Locale.ROOT);
    if (head.contains("expect: 100-continue")) {
      out.write(bytes("HTTP/1.1 100 Continue\r\n\r\n"));
      out.flush();
    }
    if (head.contains("transfer-encoding: chunked")) {
      // The head ends as chunks do, if there is only the last.
      boolean unused = readUntil("\r\n0\r\n\r\n", in, bytes, bytes.length() - 2);
    } else if (head.contains("content-length: ")) {
      String length = head.split("content-length: ", 2)[1].split("\r\n", 2)[0];
      bytes.append(new String(in.readNBytes(Integer.parseInt(length)), ISO_8859_1));
    }
    return bytes.toString();
  }

  /** Whether the end came before the end of the connection. */
  private static boolean readUntil(String end, InputStream in, StringBuilder bytes, int start)
      throws IOException {
    while (bytes.length() - start < end.length()
        || bytes.indexOf(end, bytes.length() - end.length()) < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      bytes.append((char) next);
    }
    return true;
  }

  /** Whether the connection goes on. */
  private static boolean answer(String kind, Socket socket, OutputStream out) throws IOException {
    byte[] chat = CHAT.formatted(kind).getBytes(UTF_8);
    switch (kind) {
      case "whole" -> sized("200 OK", "", chat, out);
      case "gzip" -> sized("200 OK", "Content-Encoding: gzip\r\n", gzip(chat), out);
      case "br" -> sized("200 OK", "Content-Encoding: br\r\n", BROTLI, out);
      case "chunked" -> chunked("application/json", List.of(), parts(chat, 7), out);
      case "trailers" ->
          chunked("application/json", List.of("X-Sum: 1", "X-End: yes"), parts(chat, 50), out);
      case "stream" -> chunked("text/event-stream", List.of(), events(3), out);
      case "chunks" -> chunked("text/event-stream", List.of(), events(10_000), out);
      case "lines" -> chunked("application/x-ndjson", List.of(), List.of(chat, bytes("\n")), out);
      case "large" -> sized("200 OK", "", CHAT.formatted("y".repeat(1 << 20)).getBytes(UTF_8), out);
      case "empty" -> out.write(bytes("HTTP/1.1 204 No Content\r\nX-Request-Id: 7\r\n\r\n"));
      case "error" -> sized("500 Oh", "", bytes("{\"error\":{\"message\":\"no\"}}"), out);
      case "until-close" -> {
        out.write(bytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
        out.write(chat);
        return false;
      }
      case "truncated" -> {
        out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + (chat.length + 9) + "\r\n\r\n"));
        out.write(chat);
        return false;
      }
      case "reset" -> {
        out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n"));
        out.flush();
        socket.setSoLinger(true, 0);
        return false;
      }
      case "endless" -> {
        chunkedHead("text/event-stream", List.of(), out);
        byte[] event = bytes("data: {\"choices\":[{\"delta\":{\"content\":\"on \"}}]}\n\n");
        while (true) { // until the client closes
          chunk(event, out);
        }
      }
      default -> throw new IllegalArgumentException(kind);
    }
    return true;
  }

  private static void sized(String status, String header, byte[] body, OutputStream out)
      throws IOException {
    out.write(
        bytes(
            "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(status, header, body.length)));
    out.write(body);
  }

  private static void chunked(
      String type, List<String> trailers, List<byte[]> chunks, OutputStream out)
      throws IOException {
    chunkedHead(type, trailers, out);
    for (byte[] part : chunks) {
      chunk(part, out);
    }
    out.write(bytes("0\r\n"));
    for (String trailer : trailers) {
      out.write(bytes(trailer + "\r\n"));
    }
    out.write(bytes("\r\n"));
  }

  private static void chunkedHead(String type, List<String> trailers, OutputStream out)
      throws IOException {
    String announced = trailers.isEmpty() ? "" : "Trailer: X-Sum, X-End\r\n";
    out.write(
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: "
                + type
                + "\r\n"
                + announced
                + "Transfer-Encoding: chunked\r\n\r\n"));
  }

  private static void chunk(byte[] part, OutputStream out) throws IOException {
    out.write(bytes(Integer.toHexString(part.length) + "\r\n"));
    out.write(part);
    out.write(bytes("\r\n"));
    out.flush();
  }

  private static List<byte[]> events(int count) {
    List<byte[]> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(bytes("data: {\"choices\":[{\"delta\":{\"content\":\"" + i + "\"}}]}\n\n"));
    }
    return events;
  }

  private static List<byte[]> parts(byte[] whole, int size) {
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < whole.length; at += size) {
      parts.add(Arrays.copyOfRange(whole, at, Math.min(whole.length, at + size)));
    }
    return parts;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
