package com.example.programs;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs EchoApp several times, each in a class loader of its own, and says how many of the loaders
 * could be collected afterwards.
 *
 * <p>Arguments: {@code null} or {@code platform} as the parent of the loaders, how many, and their
 * class path.
 */
public final class Loaders {
  private static final int MAX_COLLECTIONS = 50;
  private static final long PATIENCE_MILLIS = 200;

  private Loaders() {}

  public static void main(String[] arguments) throws Exception {
    ClassLoader parent = arguments[0].equals("null") ? null : ClassLoader.getPlatformClassLoader();
    int count = Integer.parseInt(arguments[1]);
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      loaders.add(new WeakReference<>(runOnce(parent, arguments[2], i), collected));
    }
    int gone = 0;
    for (int i = 0; i < MAX_COLLECTIONS && gone < count; i++) {
      System.gc();
      while (collected.remove(PATIENCE_MILLIS) != null) {
        gone++;
      }
    }
    System.out.println("collected " + gone + " of " + loaders.size());
  }

  private static ClassLoader runOnce(ClassLoader parent, String classPath, int number)
      throws Exception {
    try (URLClassLoader loader = new URLClassLoader(urls(classPath), parent)) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass("com.example.programs.EchoApp")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {String.valueOf(number)});
      Thread.currentThread().setContextClassLoader(Loaders.class.getClassLoader());
      return loader;
    }
  }

  private static URL[] urls(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
