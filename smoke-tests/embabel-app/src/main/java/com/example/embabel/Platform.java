package com.example.embabel;

import com.embabel.agent.api.annotation.support.AgentMetadataReader;
import com.embabel.agent.api.channel.DevNullOutputChannel;
import com.embabel.agent.api.common.Asyncer;
import com.embabel.agent.api.event.AgenticEventListener;
import com.embabel.agent.api.event.observation.NoOpAgentInstrumentation;
import com.embabel.agent.api.tool.config.ToolLoopConfiguration;
import com.embabel.agent.core.Agent;
import com.embabel.agent.core.AgentPlatform;
import com.embabel.agent.core.AgentProcess;
import com.embabel.agent.core.ProcessOptions;
import com.embabel.agent.core.support.DefaultAgentPlatform;
import com.embabel.agent.core.support.InMemoryBlackboardProvider;
import com.embabel.agent.spi.AutoLlmSelectionCriteriaResolver;
import com.embabel.agent.spi.OperationScheduler;
import com.embabel.agent.spi.config.spring.AgentPlatformProperties;
import com.embabel.agent.spi.config.spring.AgentPlatformProperties.ActionQosProperties.ActionProperties;
import com.embabel.agent.spi.config.spring.AgentPlatformProperties.ProcessType;
import com.embabel.agent.spi.loop.AutoCorrectionPolicy;
import com.embabel.agent.spi.loop.ExitOnEmptyPolicy;
import com.embabel.agent.spi.loop.ToolLoopFactory;
import com.embabel.agent.spi.support.DefaultToolDecorator;
import com.embabel.agent.spi.support.ExecutorAsyncer;
import com.embabel.agent.spi.support.InMemoryAgentProcessRepository;
import com.embabel.agent.spi.support.InMemoryContextRepository;
import com.embabel.agent.spi.support.LlmDataBindingProperties;
import com.embabel.agent.spi.support.LlmOperationsPromptsProperties;
import com.embabel.agent.spi.support.RegistryToolGroupResolver;
import com.embabel.agent.spi.support.springai.ChatClientLlmOperations;
import com.embabel.agent.spi.support.springai.SpringAiLlmService;
import com.embabel.agent.spi.validation.DefaultValidationPromptGenerator;
import com.embabel.common.ai.model.ConfigurableModelProvider;
import com.embabel.common.ai.model.ConfigurableModelProviderProperties;
import com.embabel.common.ai.model.DefaultOptionsConverter;
import com.embabel.common.ai.model.ModelProvider;
import com.embabel.common.textio.template.JinjavaTemplateRenderer;
import com.embabel.common.util.StringTransformer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.module.kotlin.ExtensionsKt;
import io.micrometer.observation.ObservationRegistry;
import jakarta.validation.Validation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What Embabel's starter puts together, by hand.
 *
 * @param platform where agents are run
 */
record Platform(AgentPlatform platform) {
  private static final String MODEL = "gpt-4o-mini";

  /**
   * A platform with one model.
   *
   * @param legacyStreaming whether Spring AI runs the tools of a streamed answer
   * @param actions runs those that are planned for the same time
   */
  static Platform of(
      ChatModel model,
      ProcessType type,
      boolean legacyStreaming,
      Executor actions,
      Executor calls) {
    ConfigurableModelProviderProperties models = new ConfigurableModelProviderProperties();
    models.setDefaultLlm(MODEL);
    ModelProvider provider =
        new ConfigurableModelProvider(
            List.of(
                new SpringAiLlmService(
                    MODEL, "OpenAI", model, DefaultOptionsConverter.INSTANCE, null, List.of())),
            List.of(),
            models);
    AgentPlatformProperties settings = new AgentPlatformProperties();
    settings.getActionQos().setDefault(new ActionProperties(2, 1L, 2.0, 2L, false));
    GenericApplicationContext context = new GenericApplicationContext();
    context.registerBean(ModelProvider.class, () -> provider);
    context.registerBean(AgentPlatformProperties.class, () -> settings);
    context.refresh();

    RegistryToolGroupResolver groups = new RegistryToolGroupResolver("none", List.of());
    JinjavaTemplateRenderer templates = new JinjavaTemplateRenderer();
    ObjectMapper json = ExtensionsKt.jacksonObjectMapper();
    Asyncer asyncer = new ExecutorAsyncer(calls);
    ChatClientLlmOperations operations =
        new ChatClientLlmOperations(
            provider,
            new DefaultToolDecorator(
                groups, ObservationRegistry.NOOP, StringTransformer.Companion.getIDENTITY()),
            Validation.buildDefaultValidatorFactory().getValidator(),
            new DefaultValidationPromptGenerator(),
            templates,
            new LlmDataBindingProperties(2, 1L, false, "none"),
            new LlmOperationsPromptsProperties(),
            context,
            AutoLlmSelectionCriteriaResolver.Companion.getDEFAULT(),
            json,
            ObservationRegistry.NOOP,
            NoOpAgentInstrumentation.INSTANCE,
            List.of(),
            asyncer,
            ToolLoopFactory.Companion.create(
                new ToolLoopConfiguration(),
                asyncer,
                new AutoCorrectionPolicy(),
                ExitOnEmptyPolicy.INSTANCE),
            legacyStreaming);
    AtomicInteger processes = new AtomicInteger();
    return new Platform(
        new DefaultAgentPlatform(
            "smoke",
            "For tests",
            type,
            operations,
            groups,
            AgenticEventListener.DevNull,
            (agent, options) -> agent.getName() + "-" + processes.incrementAndGet(),
            new InMemoryContextRepository(),
            new InMemoryAgentProcessRepository(),
            OperationScheduler.Companion.getPRONTO(),
            InMemoryBlackboardProvider.INSTANCE,
            new ExecutorAsyncer(actions),
            json,
            DevNullOutputChannel.INSTANCE,
            templates,
            null,
            context));
  }

  /** An agent that is written as an annotated class. */
  static Agent agent(Object annotated) {
    return (Agent) new AgentMetadataReader().createAgentMetadata(annotated);
  }

  AgentProcess process(Agent agent, ProcessOptions options, Map<String, Object> given) {
    return platform.createAgentProcess(agent, options, given);
  }

  AgentProcess process(Agent agent, Map<String, Object> given) {
    return process(agent, new ProcessOptions(), given);
  }

  AgentProcess process(Object annotated, Map<String, Object> given) {
    return process(agent(annotated), given);
  }
}
