package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.weaving.Advice.Assigned;
import ai.automagik.tracing.core.weaving.Advice.Call;
import ai.automagik.tracing.core.weaving.Advice.Destination;
import ai.automagik.tracing.core.weaving.Advice.Given;
import ai.automagik.tracing.core.weaving.Advice.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads advice from its class file; neither the advice class nor its annotations are loaded, and
 * the latter need not be there. For one class, by one thread.
 */
final class AdviceReader extends ClassVisitor {
  /** The annotations are told by what follows; the jar's build may have renamed the package. */
  private static final String ANNOTATIONS = "/asm/Advice$";

  private final String className;
  private @Nullable Call onEnter;
  private @Nullable Call onExit;

  private AdviceReader(String className) {
    super(Opcodes.ASM9);
    this.className = className;
  }

  /**
   * Reads the advice class with this name.
   *
   * @param module name of the module that it belongs to
   * @throws IOException when it is not in the agent's jar
   * @throws IllegalArgumentException when it asks for something that this weaver does not give
   */
  static Advice read(String module, String className) throws IOException {
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = AdviceReader.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no advice class " + className);
      }
      AdviceReader reader = new AdviceReader(className);
      new ClassReader(in).accept(reader, ClassReader.SKIP_CODE);
      return new Advice(module, className, reader.onEnter, reader.onExit);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new AdviceMethod(name, descriptor);
  }

  /** The name of one of the annotations, for example {@code Argument}; empty for any other. */
  private static String simpleName(String descriptor) {
    int start = descriptor.indexOf(ANNOTATIONS);
    return start < 0
        ? ""
        : descriptor.substring(start + ANNOTATIONS.length(), descriptor.length() - 1);
  }

  private final class AdviceMethod extends MethodVisitor {
    private final String name;
    private final String descriptor;
    private final @Nullable Given[] given;
    private boolean enters;
    private boolean exits;
    private boolean onThrowable;
    private final List<Assigned> assigned = new ArrayList<>();

    AdviceMethod(String name, String descriptor) {
      super(Opcodes.ASM9);
      this.name = name;
      this.descriptor = descriptor;
      this.given = new Given[Type.getArgumentCount(descriptor)];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      return switch (simpleName(annotation)) {
        case "OnMethodEnter" -> {
          enters = true;
          yield null;
        }
        case "OnMethodExit" -> {
          exits = true;
          yield new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String value, Object type) {
              onThrowable |= value.equals("onThrowable");
            }
          };
        }
        case "AssignReturned$ToReturned" -> new AssignedTo(Destination.RETURNED);
        case "AssignReturned$ToArguments" -> new ListOf(Destination.ARGUMENT);
        case "AssignReturned$ToFields" -> new ListOf(Destination.FIELD);
        case "" -> null;
        default -> throw unsupported(annotation);
      };
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean visible) {
      Source source =
          switch (simpleName(annotation)) {
            case "This" -> Source.THIS;
            case "Argument" -> Source.ARGUMENT;
            case "AllArguments" -> Source.ALL_ARGUMENTS;
            case "FieldValue" -> Source.FIELD;
            case "Enter" -> Source.ENTERED;
            case "Return" -> Source.RETURNED;
            case "Thrown" -> Source.THROWN;
            case "" -> null;
            default -> throw unsupported(annotation);
          };
      if (source == null) {
        return null;
      }
      given[parameter] = new Given(source, 0, "", false);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String value, Object content) {
          Given before = given(parameter);
          given[parameter] =
              new Given(
                  source,
                  content instanceof Integer index ? index : before.index(),
                  content instanceof String field ? field : before.field(),
                  before.optional() || (value.equals("optional") && content.equals(true)));
        }
      };
    }

    @Override
    public void visitEnd() {
      if (!enters && !exits) {
        return;
      }
      List<Given> all = new ArrayList<>();
      for (int parameter = 0; parameter < given.length; parameter++) {
        all.add(given(parameter));
      }
      Call call = new Call(name, descriptor, List.copyOf(all), onThrowable, List.copyOf(assigned));
      if (enters) {
        onEnter = call;
      } else {
        onExit = call;
      }
    }

    private Given given(int parameter) {
      Given known = given[parameter];
      if (known == null) {
        throw new IllegalArgumentException(
            className + "#" + name + " does not say what it takes as parameter " + parameter);
      }
      return known;
    }

    private IllegalArgumentException unsupported(String annotation) {
      return new IllegalArgumentException(
          className
              + "#"
              + name
              + " asks for "
              + annotation
              + ", out of "
              + Arrays.toString(Source.values()));
    }

    /** An annotation that lists where a result goes. */
    private final class ListOf extends AnnotationVisitor {
      private final Destination to;

      ListOf(Destination to) {
        super(Opcodes.ASM9);
        this.to = to;
      }

      @Override
      public AnnotationVisitor visitArray(String value) {
        return this;
      }

      @Override
      public AnnotationVisitor visitAnnotation(@Nullable String value, String annotation) {
        return new AssignedTo(to);
      }
    }

    /** An annotation that says where a result goes. */
    private final class AssignedTo extends AnnotationVisitor {
      private final Destination to;
      private int argument;
      private String field = "";
      private int element = -1;

      AssignedTo(Destination to) {
        super(Opcodes.ASM9);
        this.to = to;
      }

      @Override
      public void visit(String value, Object content) {
        if (content instanceof String name) {
          field = name;
        } else if (content instanceof Integer number && value.equals("index")) {
          element = number;
        } else if (content instanceof Integer number) {
          argument = number;
        }
      }

      @Override
      public void visitEnd() {
        assigned.add(new Assigned(to, argument, field, element));
      }
    }
  }
}
