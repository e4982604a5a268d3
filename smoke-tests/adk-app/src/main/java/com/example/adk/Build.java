package com.example.adk;

import java.lang.reflect.Method;

/** Calls builders by name: their types have changed, their settings have not. */
final class Build {
  private Build() {}

  /** Sets what is given by name and value, and builds. */
  static <T> T of(Class<T> type, Object builder, Object... namesAndValues)
      throws ReflectiveOperationException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      set(builder, (String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return type.cast(builder.getClass().getMethod("build").invoke(builder));
  }

  private static void set(Object builder, String name, Object value)
      throws ReflectiveOperationException {
    for (Method method : builder.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == 1
          && accepts(method.getParameterTypes()[0], value)) {
        method.invoke(builder, value);
        return;
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static boolean accepts(Class<?> type, Object value) {
    return type.isInstance(value) || (type == int.class && value instanceof Integer);
  }
}
