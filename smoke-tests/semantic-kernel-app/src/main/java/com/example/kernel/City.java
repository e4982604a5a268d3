package com.example.kernel;

import com.microsoft.semantickernel.semanticfunctions.annotations.DefineKernelFunction;
import com.microsoft.semantickernel.semanticfunctions.annotations.KernelFunctionParameter;
import reactor.core.publisher.Mono;

/** Functions that a model may ask for. */
public final class City {
  /** Tells the weather. */
  @DefineKernelFunction(
      name = "weather",
      description = "Tells the weather",
      returnType = "java.lang.String")
  public String weather(
      @KernelFunctionParameter(name = "city", description = "Where") String city) {
    return "sunny in " + city;
  }

  /** Fails. */
  @DefineKernelFunction(name = "broken", description = "Is broken", returnType = "java.lang.String")
  public String broken(@KernelFunctionParameter(name = "city", description = "Where") String city) {
    if (city.length() > 3) {
      throw new IllegalArgumentException("no such thing in " + city);
    }
    return city;
  }

  /** Tells in its own time. */
  @DefineKernelFunction(
      name = "size",
      description = "Counts the people",
      returnType = "java.lang.Integer")
  public Mono<Integer> size(
      @KernelFunctionParameter(name = "city", description = "Where") String city) {
    return Mono.just(city.length());
  }

  /** Never tells. */
  @DefineKernelFunction(
      name = "never",
      description = "Takes its time",
      returnType = "java.lang.String")
  public Mono<String> never(
      @KernelFunctionParameter(name = "city", description = "Where") String city) {
    return Mono.never();
  }
}
