package com.example.newsroom;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** Settings of builders that have other names in older versions of the library. */
final class Builders {

  private Builders() {}

  /** Keeps what an agent or a workflow gives back under this key. */
  static <B> B output(B builder, String key) {
    return call(builder, key, String.class, "outputKey", String.class, "outputName");
  }

  /** Runs the agents of a parallel workflow on these threads. */
  static <B> B threads(B builder, ExecutorService threads) {
    return call(
        builder, threads, Executor.class, "executor", ExecutorService.class, "executorService");
  }

  private static <B> B call(
      B builder, Object value, Class<?> type, String name, Class<?> oldType, String oldName) {
    try {
      Method method;
      try {
        method = builder.getClass().getMethod(name, type);
      } catch (NoSuchMethodException older) {
        method = builder.getClass().getMethod(oldName, oldType);
      }
      method.invoke(builder, value);
      return builder;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
