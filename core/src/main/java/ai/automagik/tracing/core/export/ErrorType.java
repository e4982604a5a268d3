package ai.automagik.tracing.core.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The value of {@code error.type}: the class of what went wrong. Exceptions that say no more than
 * that another one was thrown stand for that one. Stateless.
 */
final class ErrorType {
  private static final int MAX_DEPTH = 8;

  private static final Set<Class<?>> WRAPPERS =
      Set.of(
          RuntimeException.class,
          CompletionException.class,
          ExecutionException.class,
          InvocationTargetException.class,
          UndeclaredThrowableException.class);

  private ErrorType() {}

  static String of(Throwable error) {
    Throwable type = error;
    try {
      for (int i = 0; i < MAX_DEPTH && WRAPPERS.contains(type.getClass()); i++) {
        Throwable cause = type.getCause();
        if (cause == null) {
          break;
        }
        type = cause;
      }
    } catch (RuntimeException
        | Error unprintable) { // an exception of the application's, on the way
      return error.getClass().getName();
    }
    return type.getClass().getName();
  }
}
