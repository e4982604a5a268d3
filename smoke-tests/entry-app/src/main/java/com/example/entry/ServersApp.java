package com.example.entry;

/** Servers of all kinds, some of whose requests need a model. */
final class ServersApp {
  private static final String CALLER =
      "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private ServersApp() {}

  public static void main(String[] arguments) throws Exception {
    try (JdkServer jdk = new JdkServer()) {
      Client client = jdk.client();
      client.ask("GET", "/hello"); // before there is any reason to trace
      Model model = new Model(arguments[0]);
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("automagik-late-weaving")) {
          thread.join();
        }
      }
      jdk.asks(model);
      client.ask("GET", "/hello");
      client.ask("POST", "/guide/rome?q=secret", CALLER);
      client.ask("GET", "/broken");
      client.ask("GET", "/failing");
      client.ask("GET", "/later");
      client.ask("GET", "/dropped");
      try (TomcatServer tomcat = TomcatServer.start(model)) {
        tomcat.asked();
      }
      Sockets.asked();
      OldServlet.asked(model);
      try (WebFluxServer webflux = WebFluxServer.start(model)) {
        webflux.asked();
      }
      try (VertxServer vertx = new VertxServer(model)) {
        vertx.asked();
      }
    }
  }
}
