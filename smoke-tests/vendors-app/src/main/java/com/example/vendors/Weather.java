package com.example.vendors;

/** What a model may ask for by the name of the method. */
public final class Weather {
  private Weather() {}

  /** The weather in a city. */
  @SuppressWarnings({"MemberName", "checkstyle:MethodName"})
  public static String get_weather(String city) {
    return "Sunny in " + city;
  }
}
