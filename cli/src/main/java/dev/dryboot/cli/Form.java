package dev.dryboot.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * What a command takes, in the order of its help. Picocli is told so by calls and not by
 * annotations: to read those by reflection takes as long as a fifth of a short run.
 */
final class Form {
  private final CommandSpec spec;

  private Form(CommandSpec spec) {
    this.spec = spec;
  }

  /** The form of {@code dryboot} itself, which {@code command} carries out. */
  static Form of(Object command) {
    return new Form(CommandSpec.wrapWithoutInspection(command).name("dryboot"));
  }

  /**
   * The form of a command.
   *
   * @param command what carries it out: a {@code Runnable} or a {@code Callable}
   * @param description paragraphs, or lines of one
   */
  static Form of(String name, Object command, String header, String... description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().sortOptions(false).header(header).description(description);
    return new Form(spec);
  }

  /** An option with a value that is taken as it is. */
  Given<String> option(String name, String label, String description) {
    return add(option(name, String.class, label, description));
  }

  /** An option with a default. */
  <T> Given<T> option(
      String name, Class<T> type, String label, String standard, String description) {
    return add(option(name, type, label, description).defaultValue(standard));
  }

  /** An option whose value is converted. */
  <T> Given<T> option(
      String name, Class<T> type, String label, ITypeConverter<T> converter, String description) {
    return add(option(name, type, label, description).converters(converter));
  }

  /** An option that a command's own commands take, too. */
  <T> Given<T> inherited(
      String name, Class<T> type, String label, String standard, String description) {
    return add(
        option(name, type, label, description).defaultValue(standard).scopeType(ScopeType.INHERIT));
  }

  /** An option without a value. */
  Given<Boolean> flag(String name, String description) {
    return add(withoutValue(description, name));
  }

  /** An option without a value that a command's own commands take, too. */
  Given<Boolean> inheritedFlag(String name, String description) {
    return add(withoutValue(description, name).scopeType(ScopeType.INHERIT));
  }

  /** An option that may come again and again, with a name and a value. */
  Given<Map<String, String>> pairs(String name, String label, String description) {
    return add(
        option(name, Map.class, label, description)
            .auxiliaryTypes(String.class, String.class)
            .initialValue(Map.of()));
  }

  /** One parameter or more. */
  Given<List<String>> parameters(String label, String description) {
    return add(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** A parameter that may be left out. */
  Given<String> parameter(String label, String description) {
    return add(optional(label, description).build());
  }

  /** A parameter with a default. */
  Given<String> parameter(String label, String standard, String description) {
    return add(optional(label, description).defaultValue(standard).build());
  }

  /** What was said by an option of that kind. */
  <T> Given<T> add(OptionSpec.Builder option) {
    return add(option.build());
  }

  /** The command for picocli, with what every command takes. */
  CommandSpec spec() {
    add(withoutValue("Show this help message and exit.", "-h", "--help").usageHelp(true));
    add(withoutValue("Print version information and exit.", "-V", "--version").versionHelp(true));
    return spec.versionProvider(new Version());
  }

  /** Says that the arguments cannot be meant. */
  ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static OptionSpec.Builder option(String name, Class<?> type, String label, String description) {
    return OptionSpec.builder(name)
        .type(type)
        .arity("1")
        .paramLabel(label)
        .description(description);
  }

  private static OptionSpec.Builder withoutValue(String description, String... names) {
    return OptionSpec.builder(names[0], java.util.Arrays.copyOfRange(names, 1, names.length))
        .type(Boolean.class)
        .arity("0")
        .initialValue(false)
        .description(description);
  }

  private static PositionalParamSpec.Builder optional(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description);
  }

  private <T> Given<T> add(ArgSpec argument) {
    spec.add(argument);
    return new Given<>(argument);
  }
}
