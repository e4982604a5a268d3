package com.example.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Talks over a web socket with a server that says everything back. */
final class WebSockets {
  private static final String KEY = "sec-websocket-key: ";
  private static final String APPENDED = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int CLOSE = 8;

  private WebSockets() {}

  static void run(OkHttpClient client) throws IOException, InterruptedException {
    try (BareServer server = BareServer.start(WebSockets::serve)) {
      Request request =
          new Request.Builder()
              .url(server.url() + "/realtime?model=gpt-realtime")
              .header("Authorization", "Bearer secret")
              .build();
      Listener listener = new Listener();
      WebSocket socket = client.newWebSocket(request, listener);
      listener.over.await();
      System.out.println("the application's request: " + (socket.request() == request));
    }
  }

  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    String key = "";
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(KEY)) {
        key = line.substring(KEY.length());
      }
    }
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accepted(key)
                + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    out.flush();
    int opcode;
    do {
      int first = in.readUnsignedByte();
      opcode = first & 0xf;
      byte[] payload = new byte[in.readUnsignedByte() & 0x7f];
      byte[] mask = new byte[4];
      in.readFully(mask);
      in.readFully(payload);
      for (int i = 0; i < payload.length; i++) {
        payload[i] = (byte) (payload[i] ^ mask[i % mask.length]);
      }
      out.writeByte(first);
      out.writeByte(payload.length);
      out.write(payload);
      out.flush();
    } while (opcode != CLOSE);
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      line.append((char) next);
    }
    return line.toString().trim();
  }

  private static String accepted(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest((key + APPENDED).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Listener extends WebSocketListener {
    final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void onOpen(WebSocket socket, Response response) {
      System.out.println("web socket: " + response.code() + " " + socket.send("Which tram?"));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      System.out.println("said back: " + text + " " + socket.close(1000, "enough"));
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      System.out.println("closed: " + code + " " + reason);
      over.countDown();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable error, Response response) {
      System.out.println("failure: " + error);
      over.countDown();
    }
  }
}
