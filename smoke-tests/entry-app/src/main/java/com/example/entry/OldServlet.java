package com.example.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A servlet of before they were moved to another package, and a container that hardly is one. */
final class OldServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Model model;

  private OldServlet(Model model) {
    this.model = model;
  }

  static void asked(Model model) throws IOException, ServletException {
    HttpServletRequest request =
        proxy(
            HttpServletRequest.class,
            (method, argument) ->
                switch (method) {
                  case "getMethod" -> "GET";
                  case "getScheme" -> "http";
                  case "getRequestURI" -> "/old/rome";
                  case "getContextPath" -> "";
                  case "isAsyncStarted" -> false;
                  case "getHttpServletMapping" -> throw new NoSuchMethodError("before 4.0");
                  default -> null;
                });
    HttpServletResponse response =
        proxy(
            HttpServletResponse.class,
            (method, argument) -> method.equals("getStatus") ? 200 : null);
    ServletRequest asked = request;
    new OldServlet(model).service(asked, response);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    try {
      System.out.println("old servlet: " + model.ask("old"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Answers {
    Object to(String method, Object argument);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            OldServlet.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.to(method.getName(), arguments == null ? null : arguments[0])));
  }
}
