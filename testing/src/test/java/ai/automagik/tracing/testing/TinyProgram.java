package ai.automagik.tracing.testing;

import java.io.IOException;
import java.util.TreeMap;

/** What {@link JavaProgramTest} starts; the first argument says what to do. */
final class TinyProgram {

  private TinyProgram() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "environment" -> {
        System.out.println(String.join(",", new TreeMap<>(System.getenv()).keySet()));
        System.out.println(System.getenv("HOME") + " " + System.getProperty("user.home"));
        System.out.println(System.getProperty("user.dir") + " " + System.getenv("GREETING"));
      }
      case "bytes" -> {
        System.out.write(new byte[] {0, (byte) 0xff, '\n'});
        System.out.flush();
        System.err.print("oops");
        System.exit(3);
      }
      case "wait" -> {
        System.out.println("waiting " + System.getProperty("flag"));
        System.out.println("end of stdin: " + System.in.read());
      }
      default -> System.out.println(Runtime.version().feature());
    }
  }
}
