package ai.automagik.tracing.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The class loader of everything but this package: it finds {@code a.b.C} in the entry {@code
 * agent/a/b/C.classdata} of the agent's jar.
 *
 * <p>Its parent is the platform loader, so the application's classes are out of reach, and because
 * the entries are not called {@code .class}, nothing of the agent can be seen by the application.
 * Thread-safe; it lives as long as the JVM.
 */
public final class AgentClassLoader extends ClassLoader {
  private static final String FOLDER = "agent/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;

  AgentClassLoader(File jar) throws IOException, ReflectiveOperationException {
    super(platformClassLoader());
    this.jar = new JarFile(jar, false);
  }

  private static ClassLoader platformClassLoader() throws ReflectiveOperationException {
    return (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = read(FOLDER.concat(name.replace('.', '/')).concat(".classdata"));
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /**
   * The bytes of a resource or class file of the agent; the platform's own when the agent has none.
   */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] bytes = read(entryName(name));
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      return super.getResourceAsStream(name);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String entry = entryName(name);
    if (jar.getEntry(entry) == null) {
      return null;
    }
    try {
      return new URL("jar:" + new File(jar.getName()).toURI() + "!/" + entry);
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singletonList(url));
  }

  private static String entryName(String resource) {
    return FOLDER.concat(resource.endsWith(".class") ? resource.concat("data") : resource);
  }

  @Nullable
  private byte[] read(String entryName) throws IOException {
    ZipEntry entry = jar.getEntry(entryName);
    if (entry == null) {
      return null;
    }
    int size = (int) entry.getSize();
    try (InputStream in = jar.getInputStream(entry)) {
      if (size < 0) {
        return readAll(in);
      }
      byte[] bytes = new byte[size];
      for (int read = 0; read < size; ) {
        int n = in.read(bytes, read, size - read);
        if (n < 0) {
          throw new IOException(entryName + " is shorter than the " + size + " bytes announced");
        }
        read += n;
      }
      return bytes;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return "automagik-agent";
  }
}
