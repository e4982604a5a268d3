package com.example.okhttp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback for what no server of the JDK speaks; a thread for each connection. */
final class BareServer implements AutoCloseable {

  /** What a connection says and hears, from its first byte to its last. */
  interface Conversation {
    void hold(DataInputStream in, DataOutputStream out) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Conversation conversation;

  private BareServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
  }

  static BareServer start(Conversation conversation) throws IOException {
    BareServer server = new BareServer(conversation);
    daemon(server::accept);
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "bare-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      // Nobody connects any more.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      conversation.hold(
          new DataInputStream(new BufferedInputStream(socket.getInputStream())),
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    } catch (IOException gone) {
      // The client has closed.
    }
  }
}
