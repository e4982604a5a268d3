package com.example.entry;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Servlets, Spring MVC and web sockets in Tomcat. */
final class TomcatServer implements AutoCloseable {
  private static Model model;

  private final Tomcat tomcat = new Tomcat();
  private final File folder;

  static TomcatServer start(Model asked) throws Exception {
    model = asked;
    return new TomcatServer();
  }

  private TomcatServer() throws Exception {
    LogManager.getLogManager().reset();
    folder = Files.createTempDirectory("tomcat").toFile();
    tomcat.setBaseDir(folder.getPath());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    Context context = tomcat.addContext("/shop", folder.getPath());
    Wrapper guide = Tomcat.addServlet(context, "guide", new Guide());
    guide.setAsyncSupported(true);
    context.addServletMappingDecoded("/guide/*", "guide");

    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Pages.class, Rooms.class);
    Wrapper pages = Tomcat.addServlet(context, "pages", new DispatcherServlet(spring));
    pages.setLoadOnStartup(1);
    pages.setAsyncSupported(true);
    context.addServletMappingDecoded("/", "pages");

    context.addServletContainerInitializer(new WsSci(), java.util.Set.of());
    context.addServletContainerInitializer(
        (types, servletContext) -> {
          ServerContainer container =
              (ServerContainer) servletContext.getAttribute(ServerContainer.class.getName());
          try {
            container.addEndpoint(Talk.class);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        java.util.Set.of());
    tomcat.start();
  }

  void asked() throws IOException {
    int port = tomcat.getConnector().getLocalPort();
    Client servlets = new Client("servlet", port);
    servlets.ask("GET", "/shop/guide/hello");
    servlets.ask("GET", "/shop/guide/rome", "Cookie: JSESSIONID=0123456789ABCDEF");
    servlets.ask("GET", "/shop/guide/broken");
    servlets.ask("GET", "/shop/guide/failing");
    servlets.ask("GET", "/shop/guide/later");
    Client pages = new Client("spring-mvc", port);
    pages.ask("GET", "/shop/pages/hello");
    pages.ask("POST", "/shop/pages/rome/rooms");
    pages.ask("GET", "/shop/pages/rome/later");
    Client sockets = new Client("websocket", port);
    sockets.talk("/shop/talk/rome", "hello", false);
    sockets.talk("/shop/talk/rome", "tell", false);
    sockets.talk("/shop/talk/rome", "tell", true);
    sockets.talk("/shop/spring-talk", "hello", false);
    sockets.talk("/shop/spring-talk", "tell", false);
    Pages.Talk.withoutContainer();
    Rooms.asked(port);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  static String answer(String words, String asked) throws IOException {
    return words.equals("hello") ? "hello" : model.ask(asked);
  }

  static java.util.concurrent.CompletableFuture<String> answerLater(String asked) {
    return model.askLater(asked);
  }

  /** A servlet of the application's own. */
  static final class Guide extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      switch (request.getPathInfo()) {
        case "/hello" -> response.getWriter().write("hello");
        case "/broken" -> response.sendError(503, model.ask("broken"));
        case "/failing" -> throw new IllegalStateException("never sent: " + model.ask("failing"));
        case "/later" -> later(request.startAsync());
        default -> response.getWriter().write(model.ask("guide"));
      }
    }

    private static void later(AsyncContext context) {
      context.start(
          () -> {
            try {
              context.getResponse().getWriter().write(model.ask("later"));
            } catch (IOException e) {
              throw new IllegalStateException(e);
            } finally {
              context.complete();
            }
          });
    }
  }

  /** An end point of the application's own, for whatever server. */
  @ServerEndpoint(value = "/talk/{city}", configurator = Made.class)
  public static final class Talk {
    @OnMessage
    public String said(String words, @PathParam("city") String city) throws IOException {
      return answer(words, "talk of " + city);
    }

    @OnMessage
    public String sent(byte[] words, @PathParam("city") String city) throws IOException {
      return answer("bytes", words.length + " bytes of " + city);
    }
  }

  /** Makes the end point; of the servers on one class path, each would offer to do so for all. */
  public static final class Made extends ServerEndpointConfig.Configurator {
    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
      return endpoint.cast(new Talk());
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
      return "";
    }

    @Override
    public List<Extension> getNegotiatedExtensions(
        List<Extension> installed, List<Extension> requested) {
      return List.of();
    }

    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      // as it is
    }
  }
}
