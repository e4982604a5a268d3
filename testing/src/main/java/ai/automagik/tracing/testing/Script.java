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
final class Script<Q, A> {

  private static final class Rule<Q, A> {
    private final Predicate<Q> condition;
    private final List<A> replies;
    private int used;

    Rule(Predicate<Q> condition, List<A> replies) {
      this.condition = condition;
      this.replies = replies;
    }

    A next() {
      return replies.get(Math.min(used++, replies.size() - 1));
    }
  }

  private final List<Rule<Q, A>> rules = new ArrayList<>();
  private final Deque<A> queue = new ArrayDeque<>();
  private @Nullable A fallback;

  synchronized void addRule(Predicate<Q> condition, List<A> replies) {
    rules.add(new Rule<>(condition, List.copyOf(replies)));
  }

  synchronized void enqueue(A reply) {
    queue.add(reply);
  }

  synchronized void setFallback(A reply) {
    fallback = reply;
  }

  /** Returns null when nothing is scripted for the request. */
  synchronized @Nullable A replyTo(Q request) {
    for (Rule<Q, A> rule : rules) {
      if (rule.condition.test(request)) {
        return rule.next();
      }
    }
    A queued = queue.poll();
    return queued != null ? queued : fallback;
  }
}
