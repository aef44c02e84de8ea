package dev.dryboot.foreign.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.foreign.value.Reading;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerCommandTest {

  private static ContainerCommand read(String line) {
    return ContainerCommand.read(List.of(line.split(" "))).orElseThrow();
  }

  @Test
  void aRunIsTakenApart() {
    var run =
        read(
            "/usr/bin/docker -H unix:///x --debug run -dit --name=web -p 80:80"
                + " -p127.0.0.1:8080:8080 -v data:/data:ro --restart unless-stopped --rm=false -e"
                + " A=1 nginx:1.25 nginx -g x");
    assertThat(run.engine()).isEqualTo(Engine.DOCKER);
    assertThat(run.verb()).isEqualTo("run");
    assertThat(run.image()).contains("nginx:1.25");
    assertThat(run.argv().get(run.imageIndex().orElseThrow())).isEqualTo("nginx:1.25");
    assertThat(run.arguments()).containsExactly("nginx", "-g", "x");
    assertThat(run.name()).contains("web");
    assertThat(run.detached()).isTrue();
    assertThat(run.removed()).isFalse();
    assertThat(run.publishes()).containsExactly("80:80", "127.0.0.1:8080:8080");
    assertThat(run.volumes()).containsExactly("data:/data:ro");
    assertThat(run.restart()).contains("unless-stopped");
    assertThat(run.environment()).containsExactly("A=1");
    assertThat(run.unknown()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "docker rm -fv web db, rm, web db",
    "docker container rm --force web, rm, web",
    "docker stop -t 30 web, stop, web",
    "docker stop web --time=5, stop, web",
    "docker kill --signal=HUP web, kill, web",
    "podman start -a web, start, web",
    "podman container ls, ps, ''",
    "docker exec -it web sh -c ls, exec, web",
  })
  void theContainersOfACommandAreTold(String line, String verb, String containers) {
    assertThat(read(line).verb()).isEqualTo(verb);
    assertThat(String.join(" ", read(line).containers())).isEqualTo(containers);
  }

  @ParameterizedTest
  @CsvSource({
    "docker image pull nginx, pull",
    "docker pull -q nginx, pull",
    "docker network create --driver bridge front, network create",
    "docker volume create data, volume create",
    "podman kube play x.yaml, kube play",
    "podman play kube x.yaml, kube play",
    "docker compose -f a.yml up -d, compose up",
    "docker-compose --project-name x down --volumes, compose down",
    "docker, ''",
    "docker network rm front, network rm",
  })
  void verbsHaveOneForm(String line, String verb) {
    assertThat(read(line).verb()).isEqualTo(verb);
    assertThat(read(line).unknown()).isEmpty();
  }

  @Test
  void composeKeepsItsServices() {
    var up = read("docker compose -f a.yml --profile x up -d --build web db");
    assertThat(up.words()).containsExactly("web", "db");
    assertThat(up.detached()).isTrue();
    assertThat(up.globals()).extracting(ContainerOption::value).containsExactly("a.yml", "x");
  }

  @Test
  void unknownOptionsAreTold() {
    assertThat(read("docker run --nmae web nginx").unknown()).containsExactly("--nmae");
    assertThat(read("docker run -Z nginx").unknown()).containsExactly("-Z");
  }

  @Test
  void anAttachedStartIsTold() {
    assertThat(read("docker start -a web").attached()).isTrue();
    assertThat(read("docker start web").attached()).isFalse();
  }

  @Property(seed = "20261123")
  void everyLineIsRead(@ForAll List<String> words) {
    for (String verb : List.of("run", "rm", "compose", "network", "exec", "")) {
      List<String> argv = new java.util.ArrayList<>(words);
      argv.addFirst(verb);
      argv.addFirst("podman");
      ContainerCommand command = ContainerCommand.read(argv).orElseThrow();
      assertThat(command.image()).isNotNull();
      assertThat(command.arguments()).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx:latest",
    "bitnami/redis:7, docker.io/bitnami/redis:7",
    "docker.io/nginx, docker.io/library/nginx:latest",
    "quay.io/fedora/fedora:41, quay.io/fedora/fedora:41",
    "localhost/app, localhost/app:latest",
    "localhost:5000/app, localhost:5000/app:latest",
    "host:5000/a/b:t, host:5000/a/b:t",
    "a__b/c-d_e.f, docker.io/a__b/c-d_e.f:latest",
  })
  void imagesAreNormalised(String written, String full) {
    assertThat(ImageReference.read(written).get()).hasToString(full);
  }

  @Test
  void aDigestPinsAnImage() {
    String digest = "sha256:" + "a1".repeat(32);
    var image = ImageReference.read("nginx@" + digest).get();
    assertThat(image.isFloating()).isFalse();
    assertThat(image).hasToString("docker.io/library/nginx@" + digest);
    assertThat(ImageReference.read("nginx").get().isFloating()).isTrue();
  }

  @Test
  void aCapitalMakesARegistryOfAName() {
    assertThat(ImageReference.read("Bitnami/redis").get().isRegistryByCapitals()).isTrue();
    assertThat(ImageReference.read("bitnami/redis").get().isRegistryByCapitals()).isFalse();
    assertThat(ImageReference.read("localhost/redis").get().isRegistryByCapitals()).isFalse();
    assertThat(ImageReference.read("Host:5000/redis").get().isRegistryByCapitals()).isFalse();
  }

  @Test
  void aNameHas255Characters() {
    String longest = "example.com/" + "a".repeat(243);
    assertThat(ImageReference.read(longest).value()).isPresent();
    assertThat(ImageReference.read(longest + "a").fault()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Nginx, 0",
    "a//b, 0",
    "nginx:, 6",
    "nginx:a b, 6",
    "nginx@sha256:1, 6",
    "nginx@md5:00112233445566778899aabbccddeeff, 6",
    "'', 0"
  })
  void imagesThatCannotBeAreFaults(String written, int column) {
    assertThat(ImageReference.read(written).fault().orElseThrow().from()).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 80/tcp",
    "8080:80, 8080:80/tcp",
    "53:53/udp, 53:53/udp",
    "127.0.0.1:8080:80, 127.0.0.1:8080:80/tcp",
    "127.0.0.1::80, 127.0.0.1::80/tcp",
    "[::1]:8080:80, [::1]:8080:80/tcp",
    "8000-8010:8000-8010, 8000-8010:8000-8010/tcp",
    "8000-8010:80, 8000-8010:80/tcp",
  })
  void portsAreMapped(String written, String shown) {
    assertThat(PortMapping.read(written).get()).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "80:", "80:70000", "80-70:80", "1-3:1-2", "80/xyz", "a:80"})
  void portsThatCannotBeAreFaults(String written) {
    assertThat(PortMapping.read(written).fault()).isPresent();
  }

  @Test
  void volumesAreOfTheirKind() {
    assertThat(VolumeMount.readVolume("/srv:/data:ro,z").get())
        .isEqualTo(
            new VolumeMount(
                VolumeMount.Kind.BIND, java.util.Optional.of("/srv"), "/data", List.of("ro", "z")));
    assertThat(VolumeMount.readVolume("data:/d").get().kind()).isEqualTo(VolumeMount.Kind.NAMED);
    assertThat(VolumeMount.readVolume("/d").get().kind()).isEqualTo(VolumeMount.Kind.ANONYMOUS);
    assertThat(VolumeMount.readVolume("data:d").fault().orElseThrow().from()).isEqualTo(5);
    var mount = VolumeMount.readMount("type=bind,src=/a,dst=/b,readonly").get();
    assertThat(mount.readOnly()).isTrue();
    assertThat(mount.source()).contains("/a");
    assertThat(VolumeMount.readMount("type=tmpfs,target=/t").get().kind())
        .isEqualTo(VolumeMount.Kind.TMPFS);
  }

  @Test
  void restartPoliciesAreRead() {
    assertThat(RestartPolicy.read("on-failure:3").get())
        .isEqualTo(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3));
    assertThat(RestartPolicy.read("no").get().restarts()).isFalse();
    assertThat(RestartPolicy.read("always:2").fault()).isPresent();
    assertThat(RestartPolicy.read("sometimes").fault()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"10s, 10000000", "1m30s, 90000000", "1.5h, 5400000000", "300ms, 300000", "0, 0"})
  void durationsAreRead(String text, long micros) {
    assertThat(EngineValues.readDuration(text).get().micros()).isEqualTo(micros);
  }

  @Test
  void otherDurationsAreFaults() {
    for (String text : List.of("", "10", "s", "1d", "1m 30s", ".s")) {
      assertThat(EngineValues.readDuration(text)).as(text).isInstanceOf(Reading.Fault.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"512m, 536870912", "1g, 1073741824", "64MiB, 67108864", "100, 100", "1.5k, 1536"})
  void memoryIsRead(String text, long bytes) {
    assertThat(EngineValues.readMemory(text).get().bytes()).isEqualTo(bytes);
  }

  @Property(seed = "20261123")
  void valuesAreReadOrFaulted(@ForAll String text) {
    assertThat(ImageReference.read(text)).isNotNull();
    assertThat(PortMapping.read(text)).isNotNull();
    assertThat(VolumeMount.readVolume(text)).isNotNull();
    assertThat(VolumeMount.readMount(text)).isNotNull();
    assertThat(EngineValues.readDuration(text)).isNotNull();
    assertThat(EngineValues.readMemory(text)).isNotNull();
    assertThat(RestartPolicy.read(text)).isNotNull();
  }
}
