package com.example.entry;

import com.example.entry.TomcatServer.Talk;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import java.net.InetSocketAddress;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.tyrus.server.Server;

/** The same end point of web sockets in servers other than Tomcat. */
final class Sockets {
  private Sockets() {}

  static void asked() throws Exception {
    tyrus();
    undertow();
    jetty();
  }

  private static void talk(String server, int port) throws Exception {
    Client client = new Client(server, port);
    client.talk("/" + server + "/talk/oslo", "hello", false);
    client.talk("/" + server + "/talk/rome", "tell", false);
    client.talk("/" + server + "/talk/rome", "tell", true);
  }

  private static void tyrus() throws Exception {
    Server server = new Server("127.0.0.1", -1, "/tyrus", Map.of(), Talk.class);
    server.start();
    try {
      talk("tyrus", server.getPort());
    } finally {
      server.stop();
    }
  }

  private static void undertow() throws Exception {
    DeploymentInfo talks =
        Servlets.deployment()
            .setClassLoader(Sockets.class.getClassLoader())
            .setDeploymentName("talks")
            .setContextPath("/undertow")
            .addServletContextAttribute(
                WebSocketDeploymentInfo.ATTRIBUTE_NAME,
                new WebSocketDeploymentInfo().addEndpoint(Talk.class));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(talks);
    manager.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(Handlers.path().addPrefixPath("/undertow", manager.start()))
            .build();
    server.start();
    try {
      talk(
          "undertow", ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
    } finally {
      manager.stop();
      server.stop();
    }
  }

  private static void jetty() throws Exception {
    org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler talks = new ServletContextHandler("/jetty");
    JakartaWebSocketServletContainerInitializer.configure(
        talks, (context, container) -> container.addEndpoint(Talk.class));
    server.setHandler(talks);
    server.start();
    try {
      talk("jetty", connector.getLocalPort());
    } finally {
      server.stop();
    }
  }
}
