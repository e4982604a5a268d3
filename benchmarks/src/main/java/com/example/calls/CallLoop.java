package com.example.calls;

import com.sun.management.ThreadMXBean;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Calls a model and an agent again and again, and prints for each what a call cost this thread: a
 * name, CPU time in ns, bytes allocated.
 *
 * <p>It pauses between bursts of calls, as programs do that wait for a model, so that whoever else
 * works on what was called has the time to. A burst of one call shows what it costs with the
 * processor's caches gone cold. Of the later bursts, bytes are the median and CPU time is the lower
 * quartile: what other programs do to the processor only ever adds to it.
 */
public final class CallLoop {
  private static final int CALLS_PER_BURST = 100;
  private static final int SINGLE_CALLS = 400;
  private static final long SINGLE_PAUSE_MILLIS = 2;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CallLoop() {}

  public static void main(String[] arguments) throws InterruptedException {
    int bursts = Integer.parseInt(arguments[0]);
    long pauseMillis = Long.parseLong(arguments[1]);
    ChatModel model = new CannedModel();
    Assistant assistant =
        AiServices.builder(Assistant.class).chatModel(model).tools(new WeatherTool()).build();
    Call chat =
        () ->
            model
                .chat(SystemMessage.from(Texts.SYSTEM), UserMessage.from(Texts.QUESTION))
                .aiMessage()
                .text()
                .length();
    Call agent = () -> assistant.answer(Texts.QUESTION).length();
    measure("chat", chat, bursts, CALLS_PER_BURST, pauseMillis);
    measure("agent", agent, bursts, CALLS_PER_BURST, pauseMillis);
    measure("chat-alone", chat, SINGLE_CALLS, 1, SINGLE_PAUSE_MILLIS);
    measure("agent-alone", agent, SINGLE_CALLS, 1, SINGLE_PAUSE_MILLIS);
    try (HttpModel http = new HttpModel()) {
      measure("http-client", http::askByHttpClient, bursts, CALLS_PER_BURST, pauseMillis);
      measure("url-connection", http::askByUrlConnection, bursts, CALLS_PER_BURST, pauseMillis);
    }
  }

  private interface Call {
    int lengthOfAnswer();
  }

  private static void measure(
      String name, Call call, int bursts, int callsPerBurst, long pauseMillis)
      throws InterruptedException {
    double[] cpuNanos = new double[bursts];
    double[] bytes = new double[bursts];
    long thread = Thread.currentThread().getId();
    int length = 0;
    // Long enough for the JIT compiler, also where it has to share the processors.
    for (int burst = -2 * bursts; burst < bursts; burst++) {
      long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
      long cpuBefore = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < callsPerBurst; i++) {
        length += call.lengthOfAnswer();
      }
      long cpuAfter = THREADS.getCurrentThreadCpuTime();
      long bytesAfter = THREADS.getThreadAllocatedBytes(thread);
      if (burst >= 0) {
        cpuNanos[burst] = (double) (cpuAfter - cpuBefore) / callsPerBurst;
        bytes[burst] = (double) (bytesAfter - bytesBefore) / callsPerBurst;
      }
      Thread.sleep(pauseMillis);
    }
    if (length == 0) {
      throw new IllegalStateException("no answers");
    }
    Arrays.sort(cpuNanos);
    Arrays.sort(bytes);
    System.out.println(name + " " + cpuNanos[bursts / 4] + " " + bytes[bursts / 2]);
  }
}
