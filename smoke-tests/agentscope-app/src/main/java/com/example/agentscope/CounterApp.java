package com.example.agentscope;

import io.agentscope.core.ReActAgent;
import io.agentscope.core.agent.AgentBase;
import io.agentscope.core.message.Msg;
import io.agentscope.core.message.MsgRole;
import io.agentscope.core.tool.Toolkit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agents of AgentScope with a model of the program's own. */
public final class CounterApp {
  private CounterApp() {}

  public static void main(String[] arguments) throws Exception {
    print(ask("Count."));
    print(ask("How is the weather?"));
    print(ask("Use what is broken."));
    print(ask("Please fail."));
    Mono<Msg> prepared = ask("Count twice.");
    System.out.println("prepared");
    print(prepared);
    cancelled();
    streamed();
    System.exit(0); // schedulers outlive the program
  }

  private static Mono<Msg> ask(String question) {
    return agent().call(List.of(user(question)));
  }

  private static Msg user(String question) {
    return Msg.builder().name("ada").role(MsgRole.USER).textContent(question).build();
  }

  private static AgentBase agent() {
    Toolkit toolkit = new Toolkit();
    toolkit.registerTool(new CityTools());
    return ReActAgent.builder()
        .name("counter")
        .sysPrompt("Be brief.")
        .model(new CounterModel())
        .toolkit(toolkit)
        .build();
  }

  private static void print(Mono<Msg> answer) {
    try {
      Msg message = answer.block();
      System.out.println(message == null ? "nothing" : message.getTextContent());
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }

  private static void cancelled() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Disposable waiting = ask("Be slow.").doOnCancel(over::countDown).subscribe();
    waiting.dispose();
    over.await();
    System.out.println("cancelled");
  }

  /** From 2.0 on an agent tells what it does. */
  private static void streamed() throws ReflectiveOperationException {
    try {
      Object events =
          ReActAgent.class
              .getMethod("streamEvents", List.class)
              .invoke(agent(), List.of(user("Count aloud.")));
      System.out.println(((Flux<?>) events).count().map(count -> count > 1).block());
    } catch (NoSuchMethodException olderVersion) {
      System.out.println("not aloud");
    }
  }
}
