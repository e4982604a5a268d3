package ai.automagik.tracing.core.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class InstrumentationModuleTest {
  private final InstrumentationModule module = new InstrumentationModule("books", true);

  @Test
  void notesWhatItSaw() {
    module.woven("b.B");
    module.woven("a.A");
    module.woven("a.A");
    module.unmatched("c.C");

    assertThat(module.wovenClasses()).containsExactly("a.A", "b.B");
    assertThat(module.unmatchedClasses()).containsExactly("c.C");
    assertThat(module.plugged()).isTrue();
    assertThat(module.reason()).isNull();
  }

  @Test
  void theFifthFailureUnplugsAllItsCallSites() throws Throwable {
    MutableCallSite one = callSite("one");
    MutableCallSite two = callSite("two");
    module.linked(one);
    module.linked(two);

    failTimes(InstrumentationModule.MAX_FAILURES - 1);
    assertThat(module.plugged()).isTrue();
    assertThat((Object) one.getTarget().invoke()).isEqualTo("one");

    failTimes(1);
    assertThat(module.plugged()).isFalse();
    assertThat(module.failures()).isEqualTo(5);
    assertThat((Object) one.getTarget().invoke()).isNull();
    assertThat((Object) two.dynamicInvoker().invoke()).isNull();
  }

  @Test
  void theReasonIsTheFirstFailureWithItsPlace() {
    module.failed(new IllegalStateException("first"));
    module.failed(new IllegalArgumentException("second"));

    assertThat(module.reason())
        .startsWith("java.lang.IllegalStateException: first at ")
        .contains("InstrumentationModuleTest");
  }

  @Test
  void aFailureNeedNotDescribeItself() {
    module.failed(
        new RuntimeException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new IllegalStateException();
          }
        });

    assertThat(module.reason()).contains("its message cannot be read");
    assertThat(module.failures()).isEqualTo(1);
  }

  @Test
  void callSitesAreHeldWeakly() {
    MutableCallSite kept = callSite("kept");
    module.linked(kept);
    WeakReference<MutableCallSite> gone = linkAndForget();

    Await.untilCollected("the call site is gone", () -> gone.get() == null);
    failTimes(5);
    assertThat(kept.getTarget()).isNotNull();
    Reference.reachabilityFence(kept);
  }

  private WeakReference<MutableCallSite> linkAndForget() {
    MutableCallSite callSite = new MutableCallSite(MethodType.methodType(Object.class));
    module.linked(callSite);
    return new WeakReference<>(callSite);
  }

  private static MutableCallSite callSite(String result) {
    MethodHandle target = MethodHandles.constant(Object.class, result);
    return new MutableCallSite(target);
  }

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      module.failed(new IllegalStateException());
    }
  }

  @Test
  void aLongMessageIsCut() {
    InstrumentationModule module = new InstrumentationModule("books", true);
    module.failed(new IllegalStateException("x".repeat(10_000)));
    assertThat(module.reason()).hasSizeLessThan(600).contains("x...");
  }

  @Test
  void itsStateIsAWord() {
    assertThat(module.state()).isEqualTo("plugged");
    for (int i = 0; i < InstrumentationModule.MAX_FAILURES; i++) {
      module.failed(new IllegalStateException());
    }
    assertThat(module.state()).isEqualTo("unplugged");
  }

  @Test
  void switchedOffItIsNotPlugged() {
    InstrumentationModule off = new InstrumentationModule("books", false);
    assertThat(off.plugged()).isFalse();
    assertThat(off.state()).isEqualTo("disabled");
  }
}
