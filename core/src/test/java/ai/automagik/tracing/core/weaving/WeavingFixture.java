package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.instrumentation.Hook;
import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.instrumentation.InstrumentationModule;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A weaver with hooks of the test, and without an agent. */
final class WeavingFixture {
  static final String SHOP =
      """
      Shop
      public class Shop implements Comparable<Shop> {
        private final String name;
        public Shop(String name) { this.name = name; }
        public String sell(String what, int count) {
          if (count < 0) throw new IllegalArgumentException("count");
          return count + " " + what;
        }
        public static long price(double each, int count) { return (long) (each * count); }
        public void close() {}
        public String ask() { return secret(3); }
        private String secret(int times) { String s = ""; for (int i = 0; i < times; i++) s += name; return s; }
        @Override public int compareTo(Shop other) { return name.compareTo(other.name); }
        @Override public String toString() { return "shop " + name; }
      }
      """;
  static final String GREETER =
      """
      Greeter
      public interface Greeter {
        default String greet(String name) { return "hello " + name; }
        String refuse(String name);
      }
      """;
  static final String POLITE =
      """
      Polite
      public abstract class Polite implements Greeter {
        public abstract String bow(String name);
        public native String sing(String name);
        public static class Waiter extends Polite {
          @Override public String bow(String name) { return "bow to " + name; }
          @Override public String refuse(String name) { return "sorry " + name; }
        }
      }
      """;

  private final List<Hook> hooks;
  private final AdviceWeaver weaver;
  final InstrumentationModule module;
  final Hooks all;
  final InstrumentationModules modules;

  /**
   * @param lines hooks; classes are of the sample library, advice of the tests
   */
  WeavingFixture(String... lines) throws IOException, NoSuchMethodException {
    String text = "module books ai.automagik.tracing.core.weaving.advice\n";
    for (String line : lines) {
      text = text + "sample.library." + line + "\n";
    }
    this.all = Hooks.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    this.hooks = all.all();
    this.modules = new InstrumentationModules(all);
    this.module = modules.get("books");
    this.weaver = new AdviceWeaver(TestDispatcher.connect(modules));
  }

  /** Null when there is nothing to weave. */
  byte[] weave(CompiledLibrary library, String simpleName) throws IOException {
    byte[] woven =
        weaver.weave(
            library.application(),
            "sample/library/" + simpleName,
            library.classFile(simpleName),
            hooks);
    if (woven != null) {
      library.replace(simpleName, woven);
    }
    return woven;
  }
}
