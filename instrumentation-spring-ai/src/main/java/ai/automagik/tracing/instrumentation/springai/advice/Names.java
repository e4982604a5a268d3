package ai.automagik.tracing.instrumentation.springai.advice;

/** How objects of the application are called in spans: by their class. Stateless. */
final class Names {
  private static final String LAMBDA = "$$Lambda";

  private Names() {}

  /** The name of the object's class, the same on every run and every JDK. */
  static String of(Object object) {
    String name = object.getClass().getName();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    int lambda = simple.indexOf(LAMBDA);
    int proxy = simple.indexOf("$$");
    if (lambda >= 0) {
      return simple.substring(0, lambda) + " lambda";
    }
    return proxy > 0 ? simple.substring(0, proxy) : simple; // a subclass that Spring made
  }
}
