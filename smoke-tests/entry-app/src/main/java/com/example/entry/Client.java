package com.example.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who asks a server, with nothing but a socket. */
final class Client {
  private final String server;
  private final int port;

  Client(String server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Prints what comes back. */
  void ask(String method, String path, String... headers) throws IOException {
    System.out.println(answer(method, path, headers));
  }

  /** The status, and a line of the answer. */
  String answer(String method, String path, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: here\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.toString().getBytes(StandardCharsets.US_ASCII));
      out.flush();
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    String status = answer.isEmpty() ? "closed" : answer.substring(9, 12);
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 1).strip();
    String words =
        body.lines()
            .filter(line -> line.contains("Streams") || line.contains("hello"))
            .findFirst()
            .orElse("");
    return server + " " + method + " " + path + ": " + status + " " + words;
  }

  /** Opens a web socket, says one thing and prints what comes back. */
  void talk(String path, String words, boolean binary) throws IOException {
    try (Socket socket = opened(path)) {
      say(socket, binary, words);
      System.out.println(server + " " + path + ": " + heard(socket));
      close(socket);
    }
  }

  /** Sends frames of STOMP over a web socket, and prints the end of each that comes back. */
  void stomp(String path, int answers, String... frames) throws IOException {
    try (Socket socket = opened(path)) {
      for (String frame : frames) {
        say(socket, false, frame + "\0");
      }
      for (int i = 0; i < answers; i++) {
        String frame = heard(socket).replace("\0", "");
        System.out.println(
            server
                + " "
                + frame.substring(0, frame.indexOf('\n'))
                + " "
                + frame.substring(frame.indexOf("\n\n")).strip());
      }
      close(socket);
    }
  }

  private Socket opened(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET "
                + path
                + " HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return socket;
  }

  private static void say(Socket socket, boolean binary, String words) throws IOException {
    byte[] text = words.getBytes(StandardCharsets.US_ASCII);
    OutputStream out = socket.getOutputStream();
    out.write(new byte[] {(byte) (binary ? 0x82 : 0x81), (byte) (0x80 | text.length), 0, 0, 0, 0});
    out.write(text);
    out.flush();
  }

  private static String heard(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    in.read();
    int length = in.read();
    if (length == 126) { // the length is in the next two bytes
      length = in.read() << 8 | in.read();
    }
    return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
  }

  private static void close(Socket socket) throws IOException {
    socket.getOutputStream().write(new byte[] {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0});
    socket.getOutputStream().flush();
    socket.getInputStream().readAllBytes();
  }
}
