package dev.dryboot.compiler.analysis;

import java.util.Optional;

/** Gives the values of secrets, by provider. */
public interface SecretSource {

  /**
   * The value of a secret.
   *
   * @param provider {@code env} or {@code file}
   * @param key the variable or the path
   * @param from name of the source text that declares it
   */
  Optional<String> value(String provider, String key, String from);

  /** Whether a placeholder will do where there is no value, as in a simulation. */
  boolean placeholders();

  /** Knows no value, and needs none: for simulations and checks. */
  SecretSource PLACEHOLDERS =
      new SecretSource() {
        @Override
        public Optional<String> value(String provider, String key, String from) {
          return Optional.empty();
        }

        @Override
        public boolean placeholders() {
          return true;
        }
      };
}
