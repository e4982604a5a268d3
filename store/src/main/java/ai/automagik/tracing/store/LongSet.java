package ai.automagik.tracing.store;

import java.util.Arrays;

/** A set of longs in one array: a list of many traces keeps one of these for each. */
final class LongSet {
  private long[] slots = new long[8];
  private int size;
  private boolean hasZero;

  int size() {
    return hasZero ? size + 1 : size;
  }

  boolean contains(long value) {
    return value == 0 ? hasZero : slots[slotOf(value)] == value;
  }

  /** Returns false when the value was there before. */
  boolean add(long value) {
    if (contains(value)) {
      return false;
    }
    if (value == 0) {
      hasZero = true;
      return true;
    }
    if (size * 4 >= slots.length * 3) {
      grow();
    }
    slots[slotOf(value)] = value;
    size++;
    return true;
  }

  private int slotOf(long value) {
    int mask = slots.length - 1;
    int slot = Long.hashCode(value * 0x9E3779B97F4A7C15L) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    Arrays.stream(old).filter(value -> value != 0).forEach(value -> slots[slotOf(value)] = value);
  }
}
