package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartialAnswerTest {
  private final PartialAnswer answer = new PartialAnswer();

  @AfterEach
  void everythingIsGivenBack() {
    answer.drop();
    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  @Test
  void joinsTextAndThoughtsInTheOrderOfTheirArrival() {
    answer.reasoning("Let me ");
    answer.reasoning("see.");
    answer.text("It is ");
    answer.text("late.");
    answer.close("error");

    assertThat(message())
        .isEqualTo(
            new Message(
                Message.ASSISTANT,
                List.of(new Message.Reasoning("Let me see."), new Message.Text("It is late.")),
                "error"));
  }

  @Test
  void callsOfToolsMayArriveInTurns() {
    answer.toolCall(0, "call_a", "add", "{\"a\"");
    answer.toolCall(1, "call_b", "now", "{");
    answer.toolCall(0, "call_a", "add", ":1}");
    answer.toolCall(1, "call_b", "now", "}");

    assertThat(message().parts())
        .containsExactly(
            new Message.ToolCall("call_a", "add", "{\"a\":1}"),
            new Message.ToolCall("call_b", "now", "{}"));
  }

  @Test
  void aWholeCallStandsForItsPieces() {
    answer.toolCall(0, "call_a", "add", "{\"a\"");
    answer.toolCall(0, "call_a", "add", ":1}");
    answer.wholeToolCall(0, "call_a", "add", "{\"a\":1}");
    answer.wholeToolCall(1, null, null, "{}");

    assertThat(message().parts())
        .containsExactly(
            new Message.ToolCall("call_a", "add", "{\"a\":1}"),
            new Message.ToolCall(null, "", "{}"));
  }

  @Test
  void keepsTheStringsThemselvesAndFewBytesBesides() {
    for (int i = 0; i < 10_000; i++) {
      answer.text("token");
    }

    assertThat(answer.truncated()).isFalse();
    assertThat(message().parts()).containsExactly(new Message.Text("token".repeat(10_000)));
    assertThat(answer.chars()).isBetween(50_000L, 10_000L * 32);
  }

  @Test
  void takesNoMoreThanItMay() {
    String large = "x".repeat(PartialAnswer.MAX_BYTES / 4);
    answer.text(large);
    answer.text(large);
    answer.text("small");

    assertThat(answer.truncated()).isTrue();
    assertThat(message().parts()).containsExactly(new Message.Text(large));
  }

  @Test
  void allTogetherKeepNoMoreThanTheyMay() {
    String large = "x".repeat(PartialAnswer.MAX_BYTES / 2 - 100);
    List<PartialAnswer> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      PartialAnswer next = new PartialAnswer();
      next.text(large);
      many.add(next);
    }

    assertThat(PartialAnswer.reservedByAll()).isLessThanOrEqualTo(PartialAnswer.MAX_BYTES_OF_ALL);
    long fit = PartialAnswer.MAX_BYTES_OF_ALL / PartialAnswer.MAX_BYTES;
    assertThat(many.stream().filter(PartialAnswer::truncated).count()).isEqualTo(20 - fit);
    many.forEach(PartialAnswer::drop);
    assertThat(PartialAnswer.reservedByAll()).isZero();
    answer.text(large);
    assertThat(answer.truncated()).isFalse();
  }

  @Test
  void afterTheEndItTakesNothing() {
    answer.text("before");
    answer.close("error");
    answer.text("after");

    assertThat(message().parts()).containsExactly(new Message.Text("before"));
    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  @Test
  void whatIsDroppedIsForgotten() {
    answer.text("before");
    answer.drop();

    assertThat(answer.isEmpty()).isTrue();
    assertThat(message().parts()).isEmpty();
    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  @Test
  void anEndInTheMidstOfAPieceGivesBackEverything() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    String piece = "x".repeat(1_000);
    for (int round = 0; round < 500; round++) {
      PartialAnswer shared = new PartialAnswer();
      CyclicBarrier begin = new CyclicBarrier(2);
      Future<?> delivery =
          executor.submit(
              () -> {
                begin.await();
                for (int i = 0; i < 100; i++) {
                  shared.text(piece);
                }
                return null;
              });
      Future<?> end =
          executor.submit(
              () -> {
                begin.await();
                shared.close("error");
                return null;
              });
      delivery.get();
      end.get();
      assertThat(shared.joined().messages()).hasSize(1);
    }
    executor.shutdown();

    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  private Message message() {
    return answer.joined().messages().get(0);
  }
}
