package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is kept of an application's values, without asking them anything. */
class ValuesTest {

  /** Fails at everything that it may be asked. */
  private static final class Touchy extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new AssertionError("asked for an element");
    }

    @Override
    public int size() {
      throw new AssertionError("asked for its size");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("asked for its hash code");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("asked whether it is equal");
    }

    @Override
    public String toString() {
      throw new AssertionError("asked for its text");
    }
  }

  @Test
  void singleValuesAreAttributesAsTheyAre() {
    String text = new String("text");

    assertThat(Values.attribute(text)).isSameAs(text);
    assertThat(Values.attribute(7)).isEqualTo(7L);
    assertThat(Values.attribute((short) 7)).isEqualTo(7L);
    assertThat(Values.attribute(0.5f)).isEqualTo(0.5);
    assertThat(Values.attribute(true)).isEqualTo(true);
    assertThat(Values.attribute(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(Values.attribute(Double.NaN)).isEqualTo("NaN");
    assertThat(Values.attribute(null)).isNull();
  }

  @Test
  void ofAnythingElseTheClassIsKept() {
    assertThat(Values.attribute(new Touchy()))
        .isEqualTo(new Values(new Values.Other(Touchy.class.getName())));
    assertThat(tree(List.of(new Touchy())))
        .isEqualTo(new Values.Items(List.of(new Values.Other(Touchy.class.getName()))));
    assertThat(tree(Collections.unmodifiableList(new Touchy()))).isInstanceOf(Values.Other.class);
  }

  @Test
  void plainCollectionsAreLookedInto() {
    assertThat(tree(new ArrayList<>(Arrays.asList("a", 1, 2.5))))
        .isEqualTo(
            new Values.Items(
                List.of(new Values.Text("a"), new Values.Whole(1), new Values.Decimal(2.5))));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", false);
    map.put("a", List.of());
    assertThat(tree(map))
        .isEqualTo(
            new Values.Fields(
                List.of("a", "b"), List.of(new Values.Items(List.of()), new Values.Flag(false))));
  }

  @Test
  void lookingAtAMapDoesNotChangeIt() {
    Map<String, String> recent = new LinkedHashMap<>(16, 0.75f, true);
    recent.put("b", "1");
    recent.put("a", "2");

    assertThat(tree(recent)).isInstanceOf(Values.Fields.class);
    assertThat(recent.keySet()).containsExactly("b", "a");
  }

  @Test
  void largeDeepAndOddlyNamedCollectionsAreNot() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThat(
            tree(
                Collections.nCopies(101, "a").stream()
                    .collect(ArrayList::new, List::add, List::addAll)))
        .isEqualTo(new Values.Other("java.util.ArrayList"));
    assertThat(tree(endless).chars()).isLessThan(1_000);
    assertThat(tree(Map.of(1, "one"))).isInstanceOf(Values.Other.class);
  }

  @Test
  void namesWithoutAValueAndValuesWithoutAName() {
    Values values = Values.named(new String[] {"a", null, "c"}, new Object[] {"1", "2", null, "4"});

    assertThat(values).isNotNull();
    assertThat(((Values.Fields) values.tree()).names()).containsExactly("a", "c");
    assertThat(Values.named(new String[] {null}, new Object[] {"1"})).isNull();
  }

  private static Values.Tree tree(Object value) {
    Object attribute = Values.attribute(value);
    assertThat(attribute).isInstanceOf(Values.class);
    return ((Values) attribute).tree();
  }
}
