package com.example.entry;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.ExceptionWebSocketHandlerDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** What Spring MVC answers with. */
@Configuration
@EnableWebMvc
@EnableWebSocket
public class Pages implements WebSocketConfigurer {

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(new Talk(), "/spring-talk");
  }

  /** A controller. */
  @RestController
  public static class Answers {
    @GetMapping("/pages/hello")
    public String hello() {
      return "hello";
    }

    @PostMapping("/pages/{city}/rooms")
    public String rooms(@PathVariable("city") String city) throws IOException {
      return TomcatServer.answer("rooms", "rooms in " + city);
    }

    @GetMapping("/pages/{city}/later")
    public CompletableFuture<String> later(@PathVariable("city") String city) {
      return TomcatServer.answerLater("later in " + city);
    }
  }

  /** A web socket. */
  static final class Talk extends TextWebSocketHandler {
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
        throws IOException {
      session.sendMessage(new TextMessage(TomcatServer.answer(message.getPayload(), "talk")));
    }

    /** As a container hands a message over of which nothing else is known. */
    static void withoutContainer() {
      WebSocketSession session =
          (WebSocketSession)
              Proxy.newProxyInstance(
                  Talk.class.getClassLoader(),
                  new Class<?>[] {WebSocketSession.class},
                  (proxy, method, arguments) ->
                      switch (method.getName()) {
                        case "getId" -> "7";
                        case "getUri" -> URI.create("ws://here/bare-talk");
                        case "isOpen" -> true;
                        default -> null;
                      });
      new ExceptionWebSocketHandlerDecorator(new Talk())
          .handleMessage(session, new TextMessage("tell"));
    }
  }
}
