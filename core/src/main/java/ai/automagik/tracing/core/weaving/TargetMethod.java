package ai.automagik.tracing.core.weaving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that is to be woven, as its class file declares it. Immutable.
 *
 * @param owner the internal name of its class
 * @param fields the fields of the class
 * @param firstFreeSlot the first local variable that its own code does not use
 */
record TargetMethod(
    String owner, int access, String name, String descriptor, Fields fields, int firstFreeSlot) {

  /** The fields that a class declares or inherits. */
  interface Fields {
    /** The field with this name; null when there is none. */
    @Nullable Field find(String name);
  }

  /**
   * A field.
   *
   * @param owner the internal name of the class that declares it
   */
  record Field(String owner, String name, Type type, boolean isStatic) {}

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  List<Type> arguments() {
    return List.of(Type.getArgumentTypes(descriptor));
  }

  Type returned() {
    return Type.getReturnType(descriptor);
  }

  Type self() {
    return Type.getObjectType(owner);
  }

  /** The local variable that holds an argument when the method begins. */
  int slotOf(int argument) {
    int slot = isStatic() ? 0 : 1;
    for (Type before : arguments().subList(0, argument)) {
      slot += before.getSize();
    }
    return slot;
  }

  /** The types of the local variables when the method begins, as in a stack map. */
  List<Object> localsAtStart() {
    List<Object> locals = new ArrayList<>();
    if (isConstructor()) {
      locals.add(Opcodes.UNINITIALIZED_THIS);
    } else if (!isStatic()) {
      locals.add(owner);
    }
    for (Type argument : arguments()) {
      locals.add(inStackMap(argument));
    }
    return locals;
  }

  /** What stands for a type in a stack map. */
  static Object inStackMap(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "#" + name + descriptor;
  }
}
