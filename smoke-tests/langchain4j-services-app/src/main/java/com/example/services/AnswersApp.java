package com.example.services;

import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Asks an AI service for every kind of answer that comes all at once. */
public final class AnswersApp {
  private AnswersApp() {}

  /** A person. */
  public record Person(String name, int born) {}

  /** How somebody feels. */
  public enum Mood {
    GOOD,
    BAD
  }

  /** What a model with a JSON schema can be asked for. */
  interface Strict {
    @UserMessage("Who wrote {{it}}?")
    Person author(String work);

    @UserMessage("Who wrote {{it}}, all of them?")
    List<Person> authors(String work);
  }

  /** What any model can be asked for. */
  public interface Answers {
    @UserMessage("Who painted {{it}}?")
    Person painter(String work);

    @UserMessage("What is the mood of: {{it}}")
    Mood mood(String text);

    @UserMessage("Is this true: {{it}}")
    boolean truth(String claim);

    @UserMessage("How many {{it}}?")
    int count(String things);

    @UserMessage("Name some {{it}}.")
    List<String> names(String things);

    @UserMessage("What is {{it}}?")
    Result<String> meaning(String word);

    /** Ordinary code, to newer versions of the library. */
    default String twice(String word) {
      return meaning(word).content() + " " + meaning(word).content();
    }
  }

  /** What only newer versions of the library understand. */
  interface Forgetful {
    @UserMessage("Forget {{it}}.")
    void forget(String thing);
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    String baseUrl = arguments[0];
    Strict strict = AiServices.create(Strict.class, Models.strict(baseUrl));
    Answers answers = AiServices.create(Answers.class, Models.chat(baseUrl));

    System.out.println(strict.author("the first program"));
    System.out.println(strict.authors("the first program"));
    System.out.println(answers.painter("Guernica"));
    System.out.println(answers.mood("What a day!"));
    System.out.println(answers.truth("Water is dry."));
    System.out.println(answers.count("legs has a spider"));
    System.out.println(answers.names("rivers"));
    Result<String> meaning = answers.meaning("a span");
    System.out.println(meaning.content() + ", " + meaning.tokenUsage().totalTokenCount());
    print(() -> answers.twice("an echo"));
    print(() -> answers.count("stars"));
    print(
        () -> {
          AiServices.create(Forgetful.class, Models.chat(baseUrl)).forget("everything");
          return "forgotten";
        });
    System.out.println(List.of(answers).contains(answers) + " " + Set.of(answers).size());
    System.out.println(answers.toString().isEmpty());
  }

  private static void print(Supplier<Object> answer) {
    try {
      System.out.println(answer.get());
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getName());
    }
  }
}
