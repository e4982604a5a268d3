package com.example.travel;

/** Uses no library at all and exits with code 7. */
public final class HelloApp {

  private HelloApp() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
    System.err.println("a line on stderr");
    System.exit(7);
  }
}
