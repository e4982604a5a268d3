package com.example.providers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes models by the names of their classes and settings, as a configuration file would have them.
 * So one program runs with every version: the types of builders have changed, their settings
 * hardly.
 */
final class Models {
  private Models() {}

  /** Builds a model. A setting that this version does not know is left out. */
  static <T> T build(Class<T> type, String className, Map<String, Object> settings)
      throws ReflectiveOperationException {
    Object builder = Class.forName(className).getMethod("builder").invoke(null);
    boolean fixedAddress = false;
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      boolean known = set(builder, setting.getKey(), setting.getValue());
      fixedAddress |= !known && setting.getKey().equals("baseUrl");
    }
    Method build = builder.getClass().getMethod("build");
    build.setAccessible(true);
    T model = type.cast(build.invoke(builder));
    if (fixedAddress) {
      Relay.insert(model, (String) settings.get("baseUrl"));
    }
    return model;
  }

  /** Whether the model is of a version that told nobody what was thought. */
  static boolean old(String className) throws ReflectiveOperationException {
    Class<?> builder = Class.forName(className).getMethod("builder").getReturnType();
    return Arrays.stream(builder.getMethods())
        .noneMatch(method -> method.getName().equals("returnThinking"));
  }

  private static boolean set(Object builder, String name, Object value)
      throws IllegalAccessException, InvocationTargetException {
    for (Method method : builder.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == 1
          && method.getParameterTypes()[0].isInstance(value)) {
        method.setAccessible(true);
        method.invoke(builder, value);
        return true;
      }
    }
    return false;
  }
}
