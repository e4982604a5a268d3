package com.example.springai;

import java.util.function.BiFunction;
import org.springframework.ai.chat.model.ToolContext;

/** A function that models may ask for, and that knows more than they do. */
final class Forecast implements BiFunction<Forecast.Place, ToolContext, String> {
  record Place(String city) {}

  @Override
  public String apply(Place place, ToolContext context) {
    return "20 degrees " + context.getContext().get("unit") + " in " + place.city();
  }
}
