package ai.automagik.tracing.core.weaving;

import static ai.automagik.tracing.core.weaving.AdviceCall.NONE;

import ai.automagik.tracing.core.weaving.Advice.Assigned;
import ai.automagik.tracing.core.weaving.Advice.Call;
import ai.automagik.tracing.core.weaving.Advice.Destination;
import ai.automagik.tracing.core.weaving.Advice.Given;
import ai.automagik.tracing.core.weaving.Advice.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Puts the calls of one advice around the code of a method, while that is read and written.
 *
 * <pre>
 *   try { entered = onEnter(...) } catch (Throwable t) { failed(t, module); entered = null }
 *   copies of what onExit is given of this and of the arguments
 *   try { the method's own code; where it returns, it leaves its result in a variable }
 *   catch (Throwable t) { thrown = t }                                // if the advice asks for it
 *   try { onExit(entered, ...) } catch (Throwable t) { failed(t, module) }
 *   throw what was thrown, or return the result
 * </pre>
 *
 * <p>Variables of its own come after those of the method, whose numbers stay as they are. Where its
 * own code has a stack map, that knows nothing of the method's variables, which always holds; for
 * the method may have used those of its arguments for something else. A method may return while
 * there are other values on the stack beneath its result, as Kotlin's compiler lets it: the
 * analyzer tells which.
 */
final class WovenMethod extends MethodVisitor {
  private static final String THROWABLE = "java/lang/Throwable";

  private final TargetMethod target;
  private final Advice advice;
  private final AdviceCall calls;
  private final Label bodyStart = new Label();
  private final Label returns = new Label();

  /** The types of our own variables in stack maps: entered, copies, result, thrown. */
  private final List<Object> own = new ArrayList<>();

  private final int enteredCount;
  private final int keptCount;
  private final AdviceCall.Variables atStart;
  private final AdviceCall.Variables atEnd;
  private final int assigned;
  private int nextSlot;
  private @Nullable AnalyzerAdapter analyzer;

  private WovenMethod(
      MethodVisitor out, TargetMethod target, Advice advice, Dispatcher dispatcher) {
    super(Opcodes.ASM9, out);
    this.target = target;
    this.advice = advice;
    this.calls = new AdviceCall(out, target, advice, dispatcher);
    this.nextSlot = target.firstFreeSlot();
    boolean constructor = target.isConstructor();
    List<Integer> arguments = new ArrayList<>();
    for (int argument = 0; argument < target.arguments().size(); argument++) {
      arguments.add(target.slotOf(argument));
    }
    this.atStart =
        new AdviceCall.Variables(
            target.isStatic() || constructor ? NONE : 0, arguments, NONE, NONE, NONE);

    int entered = advice.entered() == null ? NONE : take(advice.entered());
    this.enteredCount = own.size();
    int self = constructor ? 0 : NONE;
    if (!constructor && !target.isStatic() && exitNeedsThis()) {
      self = take(target.self());
    }
    List<Integer> copies = new ArrayList<>();
    for (int argument = 0; argument < arguments.size(); argument++) {
      copies.add(
          exitTakes(Source.ARGUMENT, Source.ALL_ARGUMENTS, argument)
              ? take(target.arguments().get(argument))
              : NONE);
    }
    this.keptCount = own.size();
    int result =
        advice.onExit() == null || target.returned().equals(Type.VOID_TYPE)
            ? NONE
            : take(target.returned());
    int thrown = advice.seesThrown() ? take(Type.getObjectType(THROWABLE)) : NONE;
    this.atEnd = new AdviceCall.Variables(self, copies, entered, result, thrown);
    this.assigned = nextSlot++;
  }

  /**
   * What the reader of the method's code is to give that to.
   *
   * @param out writes the woven method
   * @throws IllegalArgumentException when the advice asks for what the method does not have
   */
  static MethodVisitor around(
      MethodVisitor out, TargetMethod target, Advice advice, Dispatcher dispatcher) {
    if (advice.seesThrown() && target.isConstructor()) {
      throw new IllegalArgumentException(
          advice.className() + " cannot catch what " + target + " throws: there is no object yet");
    }
    WovenMethod woven = new WovenMethod(out, target, advice, dispatcher);
    if (advice.onExit() == null) {
      return woven;
    }
    woven.analyzer =
        new AnalyzerAdapter(
            target.owner(), target.access(), target.name(), target.descriptor(), woven);
    return woven.analyzer;
  }

  private boolean exitNeedsThis() {
    Call exit = advice.onExit();
    return exitTakes(Source.THIS, Source.FIELD, NONE)
        || (exit != null
            && exit.assigned().stream().anyMatch(assigned -> assigned.to() == Destination.FIELD));
  }

  private boolean exitTakes(Source one, Source other, int argument) {
    Call exit = advice.onExit();
    if (exit == null) {
      return false;
    }
    for (Given given : exit.given()) {
      if (given.source() == other
          || (given.source() == one && (argument == NONE || given.index() == argument))) {
        return true;
      }
    }
    return false;
  }

  private int take(Type type) {
    own.add(TargetMethod.inStackMap(type));
    int slot = nextSlot;
    nextSlot += type.getSize();
    return slot;
  }

  @Override
  public void visitCode() {
    mv.visitCode();
    if (advice.onEnter() != null) {
      enter(advice.onEnter());
    }
    if (atEnd.self() > 0) {
      copy(target.self(), 0, atEnd.self());
    }
    for (int argument = 0; argument < target.arguments().size(); argument++) {
      int copy = atEnd.arguments().get(argument);
      if (copy != NONE) {
        copy(target.arguments().get(argument), target.slotOf(argument), copy);
      }
    }
    mv.visitInsn(Opcodes.NOP); // for the method's code may begin with a stack map of its own
    mv.visitLabel(bodyStart);
  }

  private void copy(Type type, int from, int to) {
    mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), from);
    mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), to);
  }

  private void enter(Call enter) {
    List<Object> locals = target.localsAtStart();
    guarded(
        locals,
        0,
        done -> {
          calls.make(enter, atStart);
          storeOrDrop(enter.returned(), atEnd.entered());
        });
    if (!enter.assigned().isEmpty()) {
      guarded(locals, enteredCount, done -> assign(enter, atEnd.entered(), atStart, done));
    }
  }

  /** Puts the result of an advice method where it belongs, unless it is null. */
  private void assign(Call call, int result, AdviceCall.Variables variables, Label done) {
    mv.visitVarInsn(Opcodes.ALOAD, result);
    mv.visitJumpInsn(Opcodes.IFNULL, done);
    for (Assigned assigned : call.assigned()) {
      calls.assign(assigned, call.returned(), result, variables);
    }
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    frame(
        Arrays.asList(locals).subList(0, localCount), keptCount, Arrays.copyOf(stack, stackCount));
  }

  @Override
  public void visitInsn(int opcode) {
    if (advice.onExit() == null || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      mv.visitInsn(opcode);
      return;
    }
    storeOrDrop(target.returned(), atEnd.returned());
    dropRest();
    mv.visitJumpInsn(Opcodes.GOTO, returns);
  }

  /** Takes from the stack what is beneath the result. */
  private void dropRest() {
    List<Object> stack = analyzer == null ? null : analyzer.stack;
    if (stack == null) {
      return; // code that is never reached
    }
    int top = stack.size() - 1 - target.returned().getSize();
    while (top >= 0) {
      boolean two = top > 0 && stack.get(top) == Opcodes.TOP;
      mv.visitInsn(two ? Opcodes.POP2 : Opcodes.POP);
      top -= two ? 2 : 1;
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    int slots = maxStack;
    if (advice.onEnter() != null) {
      slots = Math.max(slots, AdviceCall.stackSlots(advice.onEnter()));
    }
    if (advice.onExit() != null) {
      slots = Math.max(slots, AdviceCall.stackSlots(advice.onExit()));
      exit(advice.onExit());
    }
    mv.visitMaxs(slots, nextSlot);
  }

  private void exit(Call exit) {
    List<Object> locals = target.isConstructor() ? List.of(target.owner()) : List.of();
    Label end = new Label();
    if (advice.seesThrown()) {
      Label failed = new Label();
      mv.visitLabel(failed);
      mv.visitTryCatchBlock(bodyStart, failed, failed, THROWABLE);
      frame(locals, keptCount, THROWABLE);
      mv.visitVarInsn(Opcodes.ASTORE, atEnd.thrown());
      if (atEnd.returned() != NONE) {
        calls.loadNothing(target.returned());
        storeOrDrop(target.returned(), atEnd.returned());
      }
      mv.visitJumpInsn(Opcodes.GOTO, end);
    }
    mv.visitLabel(returns);
    frame(locals, keptCount + (atEnd.returned() == NONE ? 0 : 1));
    if (advice.seesThrown()) {
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitVarInsn(Opcodes.ASTORE, atEnd.thrown());
      mv.visitLabel(end);
      frame(locals, own.size());
    }
    guarded(
        locals,
        own.size(),
        done -> {
          calls.make(exit, atEnd);
          storeOrDrop(exit.returned(), exit.assigned().isEmpty() ? NONE : assigned);
          if (!exit.assigned().isEmpty()) {
            assign(exit, assigned, atEnd, done);
          }
        });
    leave(locals);
  }

  private void leave(List<Object> locals) {
    if (advice.seesThrown()) {
      Label normally = new Label();
      mv.visitVarInsn(Opcodes.ALOAD, atEnd.thrown());
      mv.visitJumpInsn(Opcodes.IFNULL, normally);
      mv.visitVarInsn(Opcodes.ALOAD, atEnd.thrown());
      mv.visitInsn(Opcodes.ATHROW);
      mv.visitLabel(normally);
      frame(locals, own.size());
    }
    if (atEnd.returned() != NONE) {
      mv.visitVarInsn(target.returned().getOpcode(Opcodes.ILOAD), atEnd.returned());
    }
    mv.visitInsn(target.returned().getOpcode(Opcodes.IRETURN));
  }

  /**
   * Code of which nothing escapes.
   *
   * @param locals the types of the method's variables
   * @param live how many of our own variables have a value before it
   * @param code may jump to the label that it is given, which comes after it
   */
  private void guarded(List<Object> locals, int live, Consumer<Label> code) {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    Label done = new Label();
    boolean enters = live < enteredCount;
    mv.visitTryCatchBlock(start, end, failed, THROWABLE);
    mv.visitLabel(start);
    code.accept(done);
    mv.visitLabel(end);
    mv.visitJumpInsn(Opcodes.GOTO, done);
    mv.visitLabel(failed);
    frame(locals, live, THROWABLE);
    calls.reportFailure();
    if (enters) {
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitVarInsn(Opcodes.ASTORE, atEnd.entered());
    }
    mv.visitLabel(done);
    frame(locals, enters ? enteredCount : live);
  }

  /** Takes a value from the stack. */
  private void storeOrDrop(Type type, int slot) {
    if (slot != NONE) {
      mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
    } else if (type.getSize() > 0) {
      mv.visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  /** Writes a stack map in which the first of our own variables have a value. */
  private void frame(List<Object> locals, int live, Object... stack) {
    List<Object> all = new ArrayList<>(locals);
    int slot = 0;
    for (Object local : locals) {
      slot += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slot < target.firstFreeSlot(); slot++) {
      all.add(Opcodes.TOP);
    }
    all.addAll(own.subList(0, live));
    mv.visitFrame(Opcodes.F_NEW, all.size(), all.toArray(), stack.length, stack);
  }
}
