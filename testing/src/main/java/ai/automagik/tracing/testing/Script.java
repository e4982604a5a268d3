package ai.automagik.tracing.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which reply a request gets: the first rule that matches, else the next reply of the
 * queue, else the fallback. Thread-safe.
 */
final class Script {

  private static final class Rule {
    private final Predicate<LlmRequest> condition;
    private final List<LlmReply> replies;
    private int used;

    Rule(Predicate<LlmRequest> condition, List<LlmReply> replies) {
      this.condition = condition;
      this.replies = replies;
    }

    LlmReply next() {
      return replies.get(Math.min(used++, replies.size() - 1));
    }
  }

  private final List<Rule> rules = new ArrayList<>();
  private final Deque<LlmReply> queue = new ArrayDeque<>();
  private @Nullable LlmReply fallback;

  synchronized void addRule(Predicate<LlmRequest> condition, List<LlmReply> replies) {
    rules.add(new Rule(condition, List.copyOf(replies)));
  }

  synchronized void enqueue(LlmReply reply) {
    queue.add(reply);
  }

  synchronized void setFallback(LlmReply reply) {
    fallback = reply;
  }

  /** Returns null when nothing is scripted for the request. */
  synchronized @Nullable LlmReply replyTo(LlmRequest request) {
    for (Rule rule : rules) {
      if (rule.condition.test(request)) {
        return rule.next();
      }
    }
    LlmReply queued = queue.poll();
    return queued != null ? queued : fallback;
  }
}
