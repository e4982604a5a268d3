package com.example.vendors;

/** Calls models by SDKs that need no hooks, or few, of their own, one after the other. */
public final class VendorsApp {
  private VendorsApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    GoogleGenAi.run(arguments[0]);
    AzureOpenAi.run(arguments[0]);
    Ollama4j.run(arguments[0]);
    DashScope.run(arguments[0]);
    CohereJava.run(arguments[0]);
    System.exit(0); // threads of some of them outlive their clients
  }

  /** Says what fails, and how. */
  static void fails(Call call) throws InterruptedException {
    try {
      System.out.println(call.make());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }

  /** A call that may fail. */
  interface Call {
    Object make() throws Exception;
  }
}
