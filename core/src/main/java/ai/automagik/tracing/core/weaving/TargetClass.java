package ai.automagik.tracing.core.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A first look at a class that is to be woven: which of its methods are meant, how many variables
 * they use, and what fields there are. For one class, by one thread.
 */
final class TargetClass extends ClassVisitor implements TargetMethod.Fields {
  private final @Nullable ClassLoader loader;
  private final BiPredicate<String, String> meant;
  private final Map<String, TargetMethod.Field> fields = new HashMap<>();
  private final Map<String, TargetMethod> methods = new HashMap<>();
  private String name = "";
  private @Nullable String superName;
  private @Nullable TargetClass superClass;

  private TargetClass(@Nullable ClassLoader loader, BiPredicate<String, String> meant) {
    super(Opcodes.ASM9);
    this.loader = loader;
    this.meant = meant;
  }

  /**
   * @param loader of the class, where those that it extends are found; null for the JVM's own
   * @param meant whether methods of this name and descriptor are to be woven
   */
  static TargetClass read(
      ClassReader classFile, @Nullable ClassLoader loader, BiPredicate<String, String> meant) {
    TargetClass target = new TargetClass(loader, meant);
    classFile.accept(target, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return target;
  }

  /** The methods that are meant and have code, by name and descriptor. */
  Map<String, TargetMethod> methods() {
    return methods;
  }

  @Override
  public TargetMethod.@Nullable Field find(String fieldName) {
    TargetMethod.Field own = fields.get(fieldName);
    if (own != null || superName == null) {
      return own;
    }
    TargetClass extended = superClass;
    if (extended == null) {
      extended = readSuperClass(superName);
      superClass = extended;
    }
    return extended.find(fieldName);
  }

  private TargetClass readSuperClass(String internalName) {
    String file = internalName + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("cannot find " + file + ", which " + name + " extends");
      }
      return read(new ClassReader(in), loader, (method, descriptor) -> false);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String extended,
      String @Nullable [] interfaces) {
    this.name = internalName;
    this.superName = extended;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String fieldName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    fields.put(
        fieldName, new TargetMethod.Field(name, fieldName, Type.getType(descriptor), isStatic));
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) != 0
        || !meant.test(method, descriptor)) {
      return null;
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        methods.put(
            method + descriptor,
            new TargetMethod(name, access, method, descriptor, TargetClass.this, maxLocals));
      }
    };
  }
}
