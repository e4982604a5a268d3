package com.example.entry;

import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** What Spring answers to the messages of STOMP. */
@Configuration
@EnableWebSocketMessageBroker
public class Rooms implements WebSocketMessageBrokerConfigurer {

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/stomp");
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.setApplicationDestinationPrefixes("/app");
    registry.enableSimpleBroker("/topic");
  }

  /** One thread, so that who subscribes and then asks hears the answer. */
  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    registration.taskExecutor().corePoolSize(1).maxPoolSize(1);
  }

  /** And one thread, so that the answers come in their order. */
  @Override
  public void configureClientOutboundChannel(ChannelRegistration registration) {
    registration.taskExecutor().corePoolSize(1).maxPoolSize(1);
  }

  /** A controller; what its methods return goes to all who have subscribed. */
  @Controller
  public static class Answers {
    @MessageMapping("/rooms/{city}")
    public String rooms(String words, @DestinationVariable("city") String city) throws IOException {
      return TomcatServer.answer(words, "room in " + city);
    }
  }

  static void asked(int port) throws IOException {
    new Client("stomp", port)
        .stomp(
            "/shop/stomp",
            3,
            "CONNECT\naccept-version:1.2\nhost:here\n\n",
            "SUBSCRIBE\nid:0\ndestination:/topic/rooms/rome\n\n",
            "SEND\ndestination:/app/rooms/rome\ncontent-type:text/plain\n\nhello",
            "SEND\ndestination:/app/rooms/rome\ncontent-type:text/plain\n\ntell");
  }
}
