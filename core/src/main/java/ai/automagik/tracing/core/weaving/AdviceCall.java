package ai.automagik.tracing.core.weaving;

import ai.automagik.tracing.core.weaving.Advice.Assigned;
import ai.automagik.tracing.core.weaving.Advice.Call;
import ai.automagik.tracing.core.weaving.Advice.Given;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the instruction that calls an advice method, and those that load what it is given.
 *
 * @param out the woven method
 */
record AdviceCall(MethodVisitor out, TargetMethod target, Advice advice, Dispatcher dispatcher) {

  /** Stands for a variable that there is not. */
  static final int NONE = -1;

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  /**
   * The local variables that hold what advice is given, each {@link #NONE} where there is no such
   * thing.
   *
   * @param arguments one for each argument
   */
  record Variables(int self, List<Integer> arguments, int entered, int returned, int thrown) {}

  /**
   * Leaves the result of the advice method on the stack, unless it is void.
   *
   * @throws IllegalArgumentException when the advice asks for what the woven method does not have
   */
  void make(Call call, Variables variables) {
    Type[] parameters = Type.getArgumentTypes(call.descriptor());
    for (int i = 0; i < parameters.length; i++) {
      load(call.given().get(i), parameters[i], variables);
    }
    out.visitInvokeDynamicInsn(
        call.method(),
        call.descriptor(),
        new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(dispatcher.bootstrap().getDeclaringClass()),
            dispatcher.bootstrap().getName(),
            Type.getMethodDescriptor(dispatcher.bootstrap()),
            false),
        advice.module(),
        advice.className());
  }

  /**
   * Puts the result of an advice method where it belongs.
   *
   * @param slot the variable that holds the result, of type {@code type}
   */
  void assign(Assigned assigned, Type type, int slot, Variables variables) {
    switch (assigned.to()) {
      case RETURNED -> {
        loadAssigned(assigned, type, slot, target.returned());
        out.visitVarInsn(target.returned().getOpcode(Opcodes.ISTORE), variables.returned());
      }
      case ARGUMENT -> {
        Type argument = target.arguments().get(assigned.argument());
        loadAssigned(assigned, type, slot, argument);
        out.visitVarInsn(
            argument.getOpcode(Opcodes.ISTORE), variables.arguments().get(assigned.argument()));
      }
      case FIELD -> {
        TargetMethod.Field field = target.fields().find(assigned.field());
        if (field == null || field.isStatic() || variables.self() == NONE) {
          throw new IllegalArgumentException(
              "%s assigns the field %s, which %s does not have"
                  .formatted(advice.className(), assigned.field(), target));
        }
        out.visitVarInsn(Opcodes.ALOAD, variables.self());
        loadAssigned(assigned, type, slot, field.type());
        out.visitFieldInsn(
            Opcodes.PUTFIELD, field.owner(), field.name(), field.type().getDescriptor());
      }
    }
  }

  private void loadAssigned(Assigned assigned, Type type, int slot, Type to) {
    out.visitVarInsn(Opcodes.ALOAD, slot);
    if (assigned.element() < 0) {
      convert(type, to);
    } else {
      loadNumber(assigned.element());
      out.visitInsn(Opcodes.AALOAD);
      convert(type.getElementType(), to);
    }
  }

  /** Takes a throwable from the stack. */
  void reportFailure() {
    out.visitLdcInsn(advice.module());
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(dispatcher.failed().getDeclaringClass()),
        dispatcher.failed().getName(),
        Type.getMethodDescriptor(dispatcher.failed()),
        false);
  }

  /** The most that {@link #make} has on the stack at one time, in slots. */
  static int stackSlots(Call call) {
    return Type.getArgumentsAndReturnSizes(call.descriptor()) / 4 + 6; // 6: an element of an array
  }

  private void load(Given given, Type to, Variables variables) {
    switch (given.source()) {
      case THIS -> {
        if (variables.self() == NONE) {
          throw lacks(given);
        }
        load(target.self(), variables.self(), to);
      }
      case ARGUMENT -> {
        if (given.index() < target.arguments().size()) {
          load(target.arguments().get(given.index()), variables.arguments().get(given.index()), to);
        } else if (given.optional()) {
          loadNothing(to);
        } else {
          throw lacks(given);
        }
      }
      case ALL_ARGUMENTS -> loadAllArguments(variables);
      case FIELD -> loadField(given, to, variables);
      case ENTERED -> {
        Type entered = advice.entered();
        if (entered == null) {
          loadNothing(to);
        } else {
          load(entered, variables.entered(), to);
        }
      }
      case RETURNED -> {
        if (variables.returned() == NONE) {
          loadNothing(to);
        } else {
          load(target.returned(), variables.returned(), to);
        }
      }
      case THROWN -> {
        if (variables.thrown() == NONE) {
          loadNothing(to);
        } else {
          out.visitVarInsn(Opcodes.ALOAD, variables.thrown());
        }
      }
    }
  }

  private void load(Type from, int slot, Type to) {
    out.visitVarInsn(from.getOpcode(Opcodes.ILOAD), slot);
    convert(from, to);
  }

  private void loadAllArguments(Variables variables) {
    loadNumber(target.arguments().size());
    out.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int argument = 0; argument < target.arguments().size(); argument++) {
      out.visitInsn(Opcodes.DUP);
      loadNumber(argument);
      load(target.arguments().get(argument), variables.arguments().get(argument), OBJECT);
      out.visitInsn(Opcodes.AASTORE);
    }
  }

  private void loadField(Given given, Type to, Variables variables) {
    TargetMethod.Field field = target.fields().find(given.field());
    if (field == null || (variables.self() == NONE && !field.isStatic())) {
      throw lacks(given);
    }
    if (!field.isStatic()) {
      out.visitVarInsn(Opcodes.ALOAD, variables.self());
    }
    out.visitFieldInsn(
        field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD,
        field.owner(),
        field.name(),
        field.type().getDescriptor());
    convert(field.type(), to);
  }

  private void loadNumber(int number) {
    out.visitIntInsn(Opcodes.SIPUSH, number);
  }

  /** Puts null or 0 on the stack. */
  void loadNothing(Type type) {
    out.visitInsn(
        switch (type.getSort()) {
          case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.ICONST_0;
          case Type.FLOAT -> Opcodes.FCONST_0;
          case Type.LONG -> Opcodes.LCONST_0;
          case Type.DOUBLE -> Opcodes.DCONST_0;
          default -> Opcodes.ACONST_NULL;
        });
  }

  /**
   * Makes one type of what is on the stack another. A cast is checked even where it cannot fail:
   * the JVM would have to load classes to see that, and would refuse the whole class if it could
   * not.
   */
  private void convert(Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isPrimitive(from)) {
      Type boxed = boxed(from);
      if (!to.equals(boxed) && !to.equals(OBJECT)) {
        throw unfit(from, to);
      }
      out.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          boxed.getInternalName(),
          "valueOf",
          Type.getMethodDescriptor(boxed, from),
          false);
    } else if (isPrimitive(to)) {
      throw unfit(from, to);
    } else if (!to.equals(OBJECT)) {
      out.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private IllegalArgumentException unfit(Type from, Type to) {
    return new IllegalArgumentException(
        "%s wants a %s where %s has a %s"
            .formatted(advice.className(), to.getClassName(), target, from.getClassName()));
  }

  private static Type boxed(Type primitive) {
    return Type.getObjectType(
        switch (primitive.getSort()) {
          case Type.BOOLEAN -> "java/lang/Boolean";
          case Type.BYTE -> "java/lang/Byte";
          case Type.CHAR -> "java/lang/Character";
          case Type.SHORT -> "java/lang/Short";
          case Type.INT -> "java/lang/Integer";
          case Type.FLOAT -> "java/lang/Float";
          case Type.LONG -> "java/lang/Long";
          default -> "java/lang/Double";
        });
  }

  private IllegalArgumentException lacks(Given given) {
    return new IllegalArgumentException(
        advice.className() + " takes " + given + ", which " + target + " does not have");
  }
}
