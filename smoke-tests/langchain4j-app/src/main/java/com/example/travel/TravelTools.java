package com.example.travel;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;

/** What the planner can look up. The hotel search fails once and then works. */
public final class TravelTools {

  private final AtomicInteger hotelSearches = new AtomicInteger();

  @Tool(name = "get_weather", value = "Returns the weather forecast of a city, one entry per day")
  public String getWeather(
      @P("name of the city") String city, @P("number of days, 1 to 7") int days)
      throws InterruptedException {
    Thread.sleep(25);
    String[] skies = {"sunny", "partly cloudy", "showers"};
    StringBuilder forecast = new StringBuilder();
    for (int day = 0; day < days; day++) {
      forecast
          .append(day == 0 ? "" : ",")
          .append("{\"date\":\"2027-05-")
          .append(14 + day)
          .append("\",\"highCelsius\":")
          .append(24 - 2 * day)
          .append(",\"lowCelsius\":")
          .append(15 - day)
          .append(",\"sky\":\"")
          .append(skies[day % skies.length])
          .append("\"}");
    }
    return "{\"city\":\"" + city + "\",\"days\":[" + forecast + "]}";
  }

  @Tool(name = "find_hotel", value = "Finds hotels in a city, the cheapest first")
  public String findHotel(
      @P("name of the city") String city,
      @P("number of nights") int nights,
      @P("highest price per night in EUR") int maxPriceEur)
      throws InterruptedException {
    Thread.sleep(30);
    if (hotelSearches.incrementAndGet() == 1) {
      throw new IllegalStateException("The hotel service did not answer within 2 s");
    }
    return "{\"city\":\""
        + city
        + "\",\"hotels\":["
        + hotel("Casa do Jardim", "Graca", 129, 129 * nights, 4.6)
        + ","
        + hotel("Pensao Nova Estrela", "Estrela", 138, 138 * nights, 4.3)
        + ","
        + hotel("Hotel Ribeira 21", "Cais do Sodre", maxPriceEur, maxPriceEur * nights, 4.4)
        + "]}";
  }

  @Tool(name = "convert_currency", value = "Converts an amount of money at the rate of the day")
  public String convertCurrency(
      @P("amount of money") double amount,
      @P("currency code to convert from") String from,
      @P("currency code to convert to") String to)
      throws InterruptedException {
    Thread.sleep(15);
    BigDecimal rate = new BigDecimal("1.0842");
    BigDecimal result = BigDecimal.valueOf(amount).multiply(rate).setScale(2, RoundingMode.HALF_UP);
    return "{\"amount\":"
        + amount
        + ",\"from\":\""
        + from
        + "\",\"to\":\""
        + to
        + "\",\"rate\":"
        + rate
        + ",\"result\":"
        + result
        + "}";
  }

  private static String hotel(
      String name, String district, int perNightEur, int totalEur, double rating) {
    return "{\"name\":\""
        + name
        + "\",\"district\":\""
        + district
        + "\",\"perNightEur\":"
        + perNightEur
        + ",\"totalEur\":"
        + totalEur
        + ",\"rating\":"
        + rating
        + ",\"breakfast\":true}";
  }
}
