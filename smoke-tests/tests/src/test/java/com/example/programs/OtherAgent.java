package com.example.programs;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;

/** Another agent: it replaces the class files of LangChain4j's models by copies of themselves. */
public final class OtherAgent {
  private static final String CHAT_MODEL = "dev/langchain4j/model/chat/ChatModel";
  private static final AtomicInteger SEEN = new AtomicInteger();
  private static Instrumentation jvm;

  private OtherAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    jvm = instrumentation;
    jvm.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] classFile) {
            if (!CHAT_MODEL.equals(name)) {
              return null;
            }
            SEEN.incrementAndGet();
            return classFile.clone();
          }
        },
        true);
  }

  /** Has a loaded class transformed again by all agents that can. */
  static void retransform(Class<?> type) throws UnmodifiableClassException {
    jvm.retransformClasses(type);
  }

  static int seen() {
    return SEEN.get();
  }
}
