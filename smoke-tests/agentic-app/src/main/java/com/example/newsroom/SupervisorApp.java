package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.supervisor.SupervisorAgent;
import dev.langchain4j.agentic.supervisor.SupervisorResponseStrategy;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** A supervisor: a model decides which agent is next, until it is content. */
public final class SupervisorApp {

  private SupervisorApp() {}

  public interface Withdraw {
    @UserMessage("Withdraw {{amount}} EUR from {{user}}.")
    @Agent("Withdraws an amount from an account")
    String withdraw(@V("user") String user, @V("amount") double amount);
  }

  public interface Credit {
    @UserMessage("Credit {{amount}} EUR to {{user}}.")
    @Agent("Credits an amount to an account")
    String credit(@V("user") String user, @V("amount") double amount);
  }

  public static void main(String[] arguments) {
    ChatModel model = Models.chat(arguments[0]);
    SupervisorAgent bank =
        AgenticServices.supervisorBuilder()
            .chatModel(model)
            .subAgents(
                AgenticServices.agentBuilder(Withdraw.class).chatModel(model).build(),
                AgenticServices.agentBuilder(Credit.class).chatModel(model).build())
            .responseStrategy(SupervisorResponseStrategy.SUMMARY)
            .build();
    System.out.println(bank.invoke("Transfer 100 EUR from Ana to Rui"));
  }
}
