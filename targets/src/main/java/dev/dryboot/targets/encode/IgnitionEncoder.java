package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a plan as an Ignition 3 document. */
public final class IgnitionEncoder {
  private static final Origin BUILT = Origin.builtIn("part of every Ignition document");

  private final Plan plan;
  private final HostModel host;
  private final IgnitionVersion version = new IgnitionVersion();

  private IgnitionEncoder(Plan plan) {
    this.plan = plan;
    this.host = plan.host();
  }

  /**
   * The document.
   *
   * @param wish version of the specification, such as {@code 3.3}; empty for the usual one
   */
  public static Outcome<Document> encode(Plan plan, String path, Optional<String> wish) {
    IgnitionEncoder encoder = new IgnitionEncoder(plan);
    Optional<Integer> minor = wish.flatMap(IgnitionVersion::minor);
    Node.Fields rest = new Node.Fields(BUILT);
    encoder.passwd(rest);
    encoder.storage(rest);
    encoder.systemd(rest);
    encoder.kernelArguments(rest);
    Node.Fields root = new Node.Fields(BUILT);
    root.put("ignition", encoder.ignition(minor));
    rest.fields().forEach(root::put);
    return Outcome.of(
        new Document("ignition", path, Document.Form.JSON, root),
        new Report(encoder.version.tooNew(minor)));
  }

  private Node ignition(Optional<Integer> wish) {
    Node.Fields proxy = new Node.Fields(BUILT);
    host.network()
        .proxy()
        .ifPresent(
            p -> {
              version.need(1, p.origin(), "a proxy");
              proxy
                  .put("httpProxy", Leaves.text(p.http()))
                  .put("httpsProxy", Leaves.text(p.https()))
                  .putFilled("noProxy", Leaves.list(p.noProxy(), p.origin()));
            });
    Node.Items authorities = new Node.Items(BUILT);
    host.software().certificateAuthorities().forEach(ca -> authorities.add(resource(ca)));
    Node.Items merge = new Node.Items(BUILT);
    host.fragments().stream()
        .filter(f -> f.format().equals("ignition"))
        .forEach(f -> merge.add(DataUrl.resource(f.text())));
    Node.Fields security = new Node.Fields(BUILT);
    if (!authorities.items().isEmpty()) {
      security.put("tls", new Node.Fields(BUILT).put("certificateAuthorities", authorities));
    }
    Node.Fields ignition =
        new Node.Fields(BUILT).put("version", Node.of("3." + version.chosen(wish) + ".0", BUILT));
    if (!merge.items().isEmpty()) {
      ignition.put("config", new Node.Fields(BUILT).put("merge", merge));
    }
    return ignition.putFilled("proxy", proxy).putFilled("security", security);
  }

  private static Node resource(Text text) {
    return IgnitionFiles.resource(new Content.Inline(text), Optional.empty(), Optional.empty());
  }

  private void passwd(Node.Fields root) {
    Node.Items groups = new Node.Items(BUILT);
    for (People.Group group : host.people().groups()) {
      groups.add(
          new Node.Fields(group.name().origin())
              .put("name", Leaves.text(group.name()))
              .put("gid", Leaves.number(group.gid()))
              .put("system", Leaves.bool(group.system())));
    }
    Node.Items users = new Node.Items(BUILT);
    host.people().users().forEach(u -> users.add(user(u)));
    root.putFilled(
        "passwd", new Node.Fields(BUILT).putFilled("groups", groups).putFilled("users", users));
  }

  private static Node user(People.User user) {
    Origin origin = user.name().origin();
    return new Node.Fields(origin)
        .put("name", Leaves.text(user.name()))
        .put("uid", Leaves.number(user.uid()))
        .put("gecos", Leaves.text(user.gecos()))
        .putFilled("groups", Leaves.list(user.groups(), origin))
        .put("homeDir", Leaves.text(user.homeDirectory()))
        .put("noCreateHome", Leaves.bool(user.noCreateHome()))
        .put("passwordHash", Leaves.text(user.passwordHash()))
        .put("primaryGroup", Leaves.text(user.primaryGroup()))
        .put("shell", Leaves.text(user.shell()))
        .putFilled("sshAuthorizedKeys", Leaves.list(user.sshAuthorizedKeys(), origin))
        .put("system", Leaves.bool(user.system()));
  }

  private void storage(Node.Fields root) {
    Node.Fields storage = new Node.Fields(BUILT);
    new IgnitionStorage(host, version).encode(storage, BUILT);
    new IgnitionFiles(version).encode(plan, storage, BUILT);
    root.putFilled("storage", storage);
  }

  private void systemd(Node.Fields root) {
    Node.Items units = new Node.Items(BUILT);
    plan.units().stream().flatMap(IgnitionEncoder::unit).forEach(units::add);
    root.putFilled("systemd", new Node.Fields(BUILT).putFilled("units", units));
  }

  private static Stream<Node> unit(Plan.PlannedUnit unit) {
    boolean says =
        unit.contents().isPresent()
            || unit.enabled().isPresent()
            || unit.mask().isPresent()
            || !unit.dropins().isEmpty();
    if (!says) {
      return Stream.empty();
    }
    Node.Items dropins = new Node.Items(unit.origin());
    for (Plan.PlannedDropin dropin : unit.dropins()) {
      dropins.add(
          new Node.Fields(dropin.origin())
              .put("name", Node.of(dropin.name(), dropin.origin()))
              .put("contents", Node.of(dropin.contents(), dropin.origin())));
    }
    return Stream.of(
        new Node.Fields(unit.origin())
            .put("name", Node.of(unit.name(), unit.origin()))
            .put("enabled", Leaves.bool(unit.enabled()))
            .put("mask", Leaves.bool(unit.mask()))
            .put("contents", unit.contents().map(c -> Node.of(c, unit.origin())))
            .putFilled("dropins", dropins));
  }

  private void kernelArguments(Node.Fields root) {
    List<Text> should = host.kernel().shouldExist();
    List<Text> shouldNot = host.kernel().shouldNotExist();
    Stream.concat(should.stream(), shouldNot.stream())
        .findFirst()
        .ifPresent(a -> version.need(3, a.origin(), "kernel arguments"));
    root.putFilled(
        "kernelArguments",
        new Node.Fields(BUILT)
            .putFilled("shouldExist", Leaves.list(should, BUILT))
            .putFilled("shouldNotExist", Leaves.list(shouldNot, BUILT)));
  }
}
