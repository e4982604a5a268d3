package ai.automagik.tracing.agent;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Notices;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.config.Surroundings;
import ai.automagik.tracing.core.export.Run;
import ai.automagik.tracing.core.export.SpoolHandler;
import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import ai.automagik.tracing.core.pipeline.ByteBudget;
import ai.automagik.tracing.core.pipeline.Counters;
import ai.automagik.tracing.core.pipeline.Daemons;
import ai.automagik.tracing.core.pipeline.Pipeline;
import ai.automagik.tracing.core.pipeline.Stage;
import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.weaving.Weaver;
import ai.automagik.tracing.core.weaving.WeavingTransformer;
import ai.automagik.tracing.core.weaving.WovenClassCache;
import ai.automagik.tracing.instrumentation.http.HttpSettings;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The whole recorder, put together when the first LLM class is loaded: settings, weaver, pipeline,
 * spool.
 *
 * <p>It is put together once, on the thread that loads that class; other threads wait for it. If
 * that fails, one line says so and the application goes on untraced.
 */
final class Engine implements WeavingTransformer.Activation {
  private final String arguments;
  private final Instrumentation jvm;
  private final Hooks hooks;
  private boolean activated;
  private @Nullable Weaver weaver;

  Engine(String arguments, Instrumentation jvm, Hooks hooks) {
    this.arguments = arguments;
    this.jvm = jvm;
    this.hooks = hooks;
  }

  @Override
  public synchronized @Nullable Weaver weaver() {
    if (!activated) {
      activated = true;
      try {
        weaver = activate();
      } catch (Exception | LinkageError failure) {
        Notices.line("could not start: " + failure + "; tracing is off");
      }
    }
    return weaver;
  }

  @Override
  public void soon(Runnable work) {
    Daemons.create("late-weaving", work).start();
  }

  private @Nullable Weaver activate() throws ReflectiveOperationException, IOException {
    Config config = Config.load(Surroundings.ofThisJvm(arguments));
    for (String problem : config.problems()) {
      Notices.line(problem);
    }
    boolean info = config.get(Options.LOG).equals("info");
    if (config.offReason() != null) {
      if (info) {
        Notices.line("off, because " + config.offReason());
      }
      return null;
    }
    ModuleSwitches switches = ModuleSwitches.of(config, hooks);
    for (String problem : switches.problems()) {
      Notices.line(problem);
    }
    for (String problem : HttpSettings.apply(config)) {
      Notices.line(problem);
    }
    Build build = Build.running();
    InstrumentationModules modules = new InstrumentationModules(hooks, switches.disabled());
    WovenClassCache cache =
        config.get(Options.WOVEN_CACHE)
            ? new WovenClassCache(config.home(), build.content())
            : null;
    Weaver installed = Weaver.install(jvm, hooks, modules, cache);
    TraceContext.toMcp(config.get(Options.MCP_PROPAGATION));
    Tracer.install(
        new Pipeline(
            config.get(Options.QUEUE_SIZE),
            new ByteBudget((long) config.get(Options.BUFFER_MAX_MB) << 20),
            new Counters(),
            new FirstSpan(config, build, modules, installed, cache)));
    if (info) {
      Notices.line(build.version() + " records LLM calls into " + config.home());
    }
    return installed;
  }

  /**
   * What happens with the first span: work that is handed to other threads is followed from here
   * on, the run gets its name, the spool its handler.
   */
  private record FirstSpan(
      Config config,
      Build build,
      InstrumentationModules modules,
      Weaver weaver,
      @Nullable WovenClassCache cache)
      implements Pipeline.Start {
    @Override
    public Stage.Handler<Object> handler(Pipeline pipeline) {
      weaver.weaveLoaded();
      Run run = Run.ofThisJvm(config.setting(Options.SERVICE_NAME).value(), build.version());
      return new SpoolHandler(pipeline, config, run, modules, cache);
    }
  }
}
