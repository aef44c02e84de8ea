package dev.dryboot.compiler;

import dev.dryboot.compiler.analysis.Project;
import dev.dryboot.compiler.analysis.Resolver;
import dev.dryboot.compiler.analysis.Setting;
import dev.dryboot.compiler.analysis.Surroundings;
import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.source.Outcome;
import java.util.List;

/** Compiles a host for a target. Parsing comes before: it is the language's. */
public final class Compiler {
  private final Project project;
  private final Resolver resolver;

  public Compiler(Project project, Surroundings surroundings) {
    this.project = project;
    this.resolver = new Resolver(project, surroundings);
  }

  public Project project() {
    return project;
  }

  /** The targets that a host names, in its profiles or itself. */
  public List<TargetChoice> targets(String host) {
    return resolver.targets(host);
  }

  /** The effective settings of a host for one target, each with the layer that says it. */
  public List<Setting> settings(String host, TargetChoice target) {
    return resolver.settings(host, target);
  }

  /** The host's model for one target, checked by the rules of the model. */
  public Outcome<HostModel> model(Request request) {
    return resolver.resolve(request.host(), request.target(), request.replica());
  }

  /**
   * Resolve, check, plan, encode, render. Artifacts may be there although the report has errors:
   * whoever writes them looks at the report first.
   */
  public Outcome<Compilation> compile(Request request, Backend backend) {
    return model(request)
        .then(host -> backend.check(host, request.format()))
        .then(
            host ->
                backend
                    .plan(host, request.format())
                    .then(
                        plan ->
                            backend
                                .encode(plan, request.format())
                                .then(
                                    documents ->
                                        Outcome.of(
                                            new Compilation(host, plan, render(documents))))));
  }

  private static List<Artifact> render(List<Document> documents) {
    return documents.stream().map(Document::render).toList();
  }
}
