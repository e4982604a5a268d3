package com.example.travel;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Access to the handles that cancel a stream, which the oldest versions of the library lack. */
final class Handles {

  private Handles() {}

  /** Whether this version of the library has them. */
  static boolean available() {
    try {
      Class.forName("dev.langchain4j.model.chat.response.StreamingHandle");
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  /**
   * A handler that is given every piece with its handle, and completes the future when it is told
   * the end of the stream.
   */
  static StreamingChatResponseHandler handler(
      BiConsumer<String, Object> pieces, CompletableFuture<Object> end) {
    return (StreamingChatResponseHandler)
        Proxy.newProxyInstance(
            Handles.class.getClassLoader(),
            new Class<?>[] {StreamingChatResponseHandler.class},
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "hashCode" -> {
                  return System.identityHashCode(self);
                }
                case "onCompleteResponse" -> end.complete((ChatResponse) arguments[0]);
                case "onError" -> end.complete((Throwable) arguments[0]);
                default -> {
                  if (arguments != null && arguments.length == 2) {
                    pieces.accept(piece(arguments[0]), call(arguments[1], "streamingHandle"));
                  }
                }
              }
              return null;
            });
  }

  static void cancel(Object handle) {
    call(handle, "cancel");
  }

  private static String piece(Object partial) {
    String name = partial.getClass().getSimpleName();
    return name.equals("PartialToolCall")
        ? (String) call(partial, "partialArguments")
        : (String) call(partial, "text");
  }

  static Object call(Object target, String method) {
    try {
      var found = Class.forName(publicType(target)).getMethod(method);
      return found.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The handles themselves are of classes that only the library may use. */
  private static String publicType(Object target) {
    for (Class<?> type : target.getClass().getInterfaces()) {
      if (type.getSimpleName().equals("StreamingHandle")) {
        return type.getName();
      }
    }
    return target.getClass().getName();
  }
}
