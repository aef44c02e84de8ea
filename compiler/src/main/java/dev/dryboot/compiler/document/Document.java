package dev.dryboot.compiler.document;

/**
 * A document before it is rendered.
 *
 * @param role what the artifact's reader calls it
 * @param path of the artifact it becomes
 */
public record Document(String role, String path, Form form, Node root) {
  /** How it is written. */
  public enum Form {
    JSON,
    YAML,
    CLOUD_CONFIG
  }

  /** The artifact. */
  public Artifact render() {
    return new Artifact(
        role,
        path,
        switch (form) {
          case JSON -> JsonRenderer.render(path, root);
          case YAML -> YamlRenderer.render(path, "", root);
          case CLOUD_CONFIG -> YamlRenderer.render(path, "#cloud-config\n", root);
        });
  }
}
