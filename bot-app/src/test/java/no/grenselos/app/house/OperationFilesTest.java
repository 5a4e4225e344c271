package no.grenselos.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.wiring.Health;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The container's, compose's and systemd's files, as far as they can be tried without either. */
class OperationFilesTest {
  private static final Path OPS = Path.of("../config/ops");

  /** What the service's own image and those beside it need to be writable. */
  private static final Set<String> OURS = Set.of("node1", "node2");

  @Test
  void everyServiceIsPinnedUnprivilegedAndReadOnly() throws Exception {
    Map<?, ?> services = (Map<?, ?>) compose().get("services");

    assertThat(services.keySet().stream().map(String::valueOf)).containsAll(OURS);
    services.forEach((name, service) -> {
      Map<?, ?> one = (Map<?, ?>) service;
      assertThat(String.valueOf(one.get("image")))
          .as("%s", name)
          .matches("[a-z/]+:[\\w.-]*\\d[\\w.-]*");
      assertThat(String.valueOf(one.get("image"))).as("no registry's host").doesNotContain("./");
      assertThat(String.valueOf(one.get("user"))).as("%s", name).matches("[1-9]\\d*:[1-9]\\d*");
      assertThat(one.get("read_only")).as("%s", name).isEqualTo(true);
      assertThat(one.get("cap_drop")).as("%s", name).isEqualTo(List.of("ALL"));
      assertThat(one.get("security_opt"))
          .as("%s", name)
          .isEqualTo(List.of("no-new-privileges:true"));
      assertThat(one.get("privileged")).as("%s", name).isNull();
    });
  }

  @Test
  void secretsAreFilesAndNobodyElsesMachineReachesAPort() throws Exception {
    Map<?, ?> compose = compose();
    Set<?> known = ((Map<?, ?>) compose.get("secrets")).keySet();
    for (String name : OURS) {
      Map<?, ?> node = (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name);
      assertThat(known.containsAll((List<?>) node.get("secrets"))).isTrue();
      ((Map<?, ?>) node.get("environment"))
          .forEach((key, value) -> {
            if (!key.equals("GRENSELOS_LOG")) assertThat(String.valueOf(key)).endsWith("_FILE");
            if (String.valueOf(key).endsWith("_FILE")) {
              assertThat(String.valueOf(value)).startsWith("/run/secrets/");
              assertThat(known.contains(String.valueOf(value).substring(13))).isTrue();
            }
          });
      assertThat((List<?>) node.get("ports"))
          .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
      assertThat(String.valueOf(node.get("stop_grace_period"))).isEqualTo("15s");
      assertThat(String.valueOf(node.get("tmpfs"))).as("native code runs there").contains("exec");
    }
  }

  @Test
  void theImageRunsAsANumberSaysItsHealthAndIsToldToStop() throws Exception {
    List<String> lines = Files.readAllLines(OPS.resolve("container/Containerfile"));

    assertThat(lines).contains("ARG USER_ID=10001", "USER ${USER_ID}:${USER_ID}");
    assertThat(lines).contains("STOPSIGNAL SIGTERM");
    assertThat(lines).anyMatch(line -> line.matches("FROM [a-z-]+:[\\w.-]*\\d[\\w.-]*"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.contains("[\"/app/"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", \"@/app/jvm.options\""));
    assertThat(lines).noneMatch(line -> line.contains("://") || line.contains("curl "));
    for (String copied : List.of("config/ops/jvm.options", "config/ops/container/healthy")) {
      assertThat(Path.of("..").resolve(copied)).exists();
    }
  }

  @Test
  void theUnitIsHardenedAndWaitsAsLongAsStoppingTakes() throws Exception {
    List<String> lines = Files.readAllLines(OPS.resolve("systemd/grenselos.service"));

    assertThat(lines)
        .contains(
            "DynamicUser=yes",
            "ProtectSystem=strict",
            "StateDirectory=grenselos",
            "NoNewPrivileges=yes",
            "TimeoutStopSec=15",
            "SuccessExitStatus=143",
            "Restart=on-failure");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("ExecStart=/usr/bin/java @/opt/grenselos/jvm.options "));
    assertThat(lines).noneMatch(line -> line.matches("MemoryDenyWriteExecute=(yes|true)"));
  }

  @Test
  void theLauncherReadsTheSameFlags() throws Exception {
    assertThat(Files.readString(Path.of("../grenselos")))
        .contains("JVM+=(\"@$TOP/config/ops/jvm.options\")");
    assertThat(Files.readAllLines(OPS.resolve("jvm.options")))
        .allMatch(line -> line.matches("(#|-[XD]).*"))
        .contains("-XX:+UseSerialGC", "-Xms32m");
  }

  @Test
  void theScriptSaysWhetherTheNodeIsReady() throws Exception {
    boolean[] ready = {true};
    Doors doors = new Doors(Map.of(), Set.of(), () -> new Health(ready[0], List.of()));
    int port;
    try (WebServer server = WebServer.start(doors, "127.0.0.1", 0)) {
      port = server.port();
      assertThat(healthy("ready", port)).isZero();
      ready[0] = false;
      assertThat(healthy("ready", port)).isEqualTo(1);
      assertThat(healthy("live", port)).isZero();
    }
    assertThat(healthy("live", port)).as("nobody is there").isEqualTo(1);
  }

  private static int healthy(String what, int port) throws Exception {
    String script = OPS.resolve("container/healthy").toString();
    Process process = new ProcessBuilder("bash", script, what, "" + port).inheritIO().start();
    assertThat(process.waitFor(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static Map<?, ?> compose() throws Exception {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return yaml.load(Files.readString(OPS.resolve("container/compose.yml")));
  }
}
