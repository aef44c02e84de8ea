package dev.dryboot.compiler.document;

/**
 * A document before it is rendered.
 *
 * @param path of the artifact it becomes
 */
public record Document(String path, Form form, Node root) {
  /** How it is written. */
  public enum Form {
    JSON,
    YAML,
    CLOUD_CONFIG
  }

  /** The artifact. */
  public Artifact render() {
    return new Artifact(
        path,
        switch (form) {
          case JSON -> JsonRenderer.render(path, root);
          case YAML -> YamlRenderer.render(path, "", root);
          case CLOUD_CONFIG -> YamlRenderer.render(path, "#cloud-config\n", root);
        });
  }
}
