import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A class whose pattern switches and record methods are written out as the methods that they stand
 * for. The JVM (25) spins a class for each of them in every process anew, and its ahead-of-time
 * cache does not keep those; a switch so small costs a millisecond and more at its first use.
 *
 * <p>The methods do what java.lang.runtime.SwitchBootstraps and ObjectMethods specify.
 */
final class WrittenOut implements CodeTransform {
  private static final int PRIVATE_STATIC =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");

  /** A method to be added. */
  private record Written(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  private final ClassDesc owner;
  private final boolean isInterface;
  private final Map<String, Written> written = new HashMap<>();
  private final List<Written> inOrder = new ArrayList<>();

  private WrittenOut(ClassModel model) {
    this.owner = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
  }

  /** The class file with what can be written out written out; as it is if there is nothing. */
  static byte[] of(ClassFile classFile, byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (model.methods().stream().noneMatch(WrittenOut::isDynamic)) {
      return bytes;
    }
    var calls = new WrittenOut(model);
    ClassTransform bodies =
        (builder, element) -> {
          if (element instanceof MethodModel method && isDynamic(method)) {
            builder.transformMethod(
                method, java.lang.classfile.MethodTransform.transformingCode(calls));
          } else {
            builder.with(element);
          }
        };
    return classFile.transformClass(model, bodies.andThen(calls.methodsAtEnd()));
  }

  private static boolean isDynamic(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(e -> e instanceof InvokeDynamicInstruction call && !kind(call).isEmpty());
  }

  private static String kind(InvokeDynamicInstruction call) {
    var bootstrap = call.bootstrapMethod();
    String name = bootstrap.owner().displayName() + "." + bootstrap.methodName();
    boolean classes =
        call.invokedynamic().bootstrap().arguments().stream()
            .allMatch(ClassEntry.class::isInstance);
    return switch (name) {
      case "SwitchBootstraps.typeSwitch" -> classes ? "switch" : "";
      case "ObjectMethods.bootstrap" -> call.name().stringValue();
      default -> "";
    };
  }

  private ClassTransform methodsAtEnd() {
    return new ClassTransform() {
      @Override
      public void accept(ClassBuilder builder, ClassElement element) {
        builder.with(element);
      }

      @Override
      public void atEnd(ClassBuilder builder) {
        for (Written method : inOrder) {
          builder.withMethodBody(method.name(), method.type(), PRIVATE_STATIC, method.body());
        }
      }
    };
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && !kind(call).isEmpty()) {
      Written method = method(call);
      builder.invokestatic(owner, method.name(), method.type(), isInterface);
    } else {
      builder.with(element);
    }
  }

  private Written method(InvokeDynamicInstruction call) {
    List<LoadableConstantEntry> arguments = call.invokedynamic().bootstrap().arguments();
    String kind = kind(call);
    String key = kind + call.typeSymbol().descriptorString() + arguments;
    return written.computeIfAbsent(
        key,
        k -> {
          Consumer<CodeBuilder> body =
              kind.equals("switch")
                  ? code -> typeSwitch(code, arguments)
                  : code -> recordMethod(code, kind, arguments);
          var method =
              new Written("written$" + kind + "$" + inOrder.size(), call.typeSymbol(), body);
          inOrder.add(method);
          return method;
        });
  }

  /** The index of the first class from {@code restart} on that the object is of; -1 for null. */
  private static void typeSwitch(CodeBuilder code, List<LoadableConstantEntry> classes) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    List<Label> tests = new ArrayList<>();
    List<SwitchCase> restarts = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      tests.add(code.newLabel());
      restarts.add(SwitchCase.of(i, tests.get(i)));
    }
    Label none = code.newLabel();
    if (!classes.isEmpty()) {
      code.iload(1).tableswitch(0, classes.size() - 1, none, restarts);
    }
    for (int i = 0; i < classes.size(); i++) {
      Label next = i + 1 < classes.size() ? tests.get(i + 1) : none;
      code.labelBinding(tests.get(i));
      code.aload(0).instanceOf(((ClassEntry) classes.get(i)).asSymbol()).ifeq(next);
      code.loadConstant(i).ireturn();
    }
    code.labelBinding(none).loadConstant(classes.size()).ireturn();
  }

  /** One component of a record. */
  private record Component(ClassDesc owner, String name, ClassDesc type) {
    void load(CodeBuilder code, int variable) {
      code.aload(variable).getfield(owner, name, type);
    }

    Optional<ClassDesc> box() {
      return switch (type.descriptorString().charAt(0)) {
        case 'Z' -> Optional.of(ConstantDescs.CD_Boolean);
        case 'B' -> Optional.of(ConstantDescs.CD_Byte);
        case 'C' -> Optional.of(ConstantDescs.CD_Character);
        case 'S' -> Optional.of(ConstantDescs.CD_Short);
        case 'I' -> Optional.of(ConstantDescs.CD_Integer);
        case 'J' -> Optional.of(ConstantDescs.CD_Long);
        case 'F' -> Optional.of(ConstantDescs.CD_Float);
        case 'D' -> Optional.of(ConstantDescs.CD_Double);
        default -> Optional.empty();
      };
    }
  }

  private void recordMethod(CodeBuilder code, String kind, List<LoadableConstantEntry> arguments) {
    String names = ((StringEntry) arguments.get(1)).stringValue();
    List<Component> components = new ArrayList<>();
    for (int i = 2; i < arguments.size(); i++) {
      var field = ((MethodHandleEntry) arguments.get(i)).reference();
      components.add(
          new Component(
              owner, names.split(";")[i - 2], ClassDesc.ofDescriptor(field.type().stringValue())));
    }
    switch (kind) {
      case "hashCode" -> hashCode(code, components);
      case "equals" -> equals(code, components);
      case "toString" -> toString(code, components);
      default -> throw new IllegalStateException(kind);
    }
  }

  private static void hashCode(CodeBuilder code, List<Component> components) {
    code.iconst_0();
    for (Component component : components) {
      code.bipush(31).imul();
      component.load(code, 0);
      ClassDesc type = component.box().isPresent() ? component.type() : ConstantDescs.CD_Object;
      code.invokestatic(
          component.box().orElse(OBJECTS),
          "hashCode",
          MethodTypeDesc.of(ConstantDescs.CD_int, type));
      code.iadd();
    }
    code.ireturn();
  }

  private void equals(CodeBuilder code, List<Component> components) {
    Label compare = code.newLabel();
    Label differ = code.newLabel();
    code.aload(0).aload(1).if_acmpne(compare).iconst_1().ireturn().labelBinding(compare);
    code.aload(1).instanceOf(owner).ifeq(differ).aload(1).checkcast(owner).astore(2);
    for (Component component : components) {
      component.load(code, 0);
      component.load(code, 2);
      if (component.box().isPresent()) {
        var type = MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type());
        code.invokestatic(component.box().get(), "compare", type).ifne(differ);
      } else {
        code.invokestatic(
                OBJECTS,
                "equals",
                MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
            .ifeq(differ);
      }
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  private void toString(CodeBuilder code, List<Component> components) {
    code.new_(BUILDER).dup();
    code.invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    code.ldc(owner);
    code.invokevirtual(
        ConstantDescs.CD_Class, "getSimpleName", MethodTypeDesc.of(ConstantDescs.CD_String));
    append(code, ConstantDescs.CD_String);
    String between = "[";
    for (Component component : components) {
      code.ldc(between + component.name() + "=");
      append(code, ConstantDescs.CD_String);
      component.load(code, 0);
      ClassDesc type = component.type();
      boolean small = type.equals(ConstantDescs.CD_byte) || type.equals(ConstantDescs.CD_short);
      append(
          code, small ? ConstantDescs.CD_int : type.isPrimitive() ? type : ConstantDescs.CD_Object);
      between = ", ";
    }
    code.ldc(components.isEmpty() ? "[]" : "]");
    append(code, ConstantDescs.CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
  }
}
