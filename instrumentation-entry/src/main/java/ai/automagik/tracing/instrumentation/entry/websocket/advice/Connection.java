package ai.automagik.tracing.instrumentation.entry.websocket.advice;

import io.undertow.websockets.jsr.UndertowSession;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Which connection a handler of Undertow's reads from. By reflection, because it tells nobody. */
final class Connection {
  private static final @Nullable Field SESSION = session();

  private Connection() {}

  static @Nullable UndertowSession of(Object handler) {
    try {
      return SESSION == null ? null : (UndertowSession) SESSION.get(handler);
    } catch (IllegalAccessException notAccessible) {
      return null;
    }
  }

  private static @Nullable Field session() {
    try {
      Field session =
          Class.forName(
                  "io.undertow.websockets.jsr.FrameHandler",
                  false,
                  UndertowSession.class.getClassLoader())
              .getDeclaredField("session");
      session.setAccessible(true);
      return session;
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return null;
    }
  }
}
