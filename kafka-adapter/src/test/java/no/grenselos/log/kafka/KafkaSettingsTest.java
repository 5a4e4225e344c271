package no.grenselos.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final Secrets NONE = name -> Optional.empty();
  private static final Secrets SOME =
      name -> Optional.of(new Secret("p\"w\\d")).filter(s -> name.equals("KAFKA_PASSWORD"));

  private final Problems problems = new Problems("grenselos.yml");

  private KafkaSettings read(Secrets secrets, String... keysAndValues) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put(keysAndValues[i], new Node.Scalar(keysAndValues[i + 1], i / 2 + 1));
    }
    Settings settings = new Settings(new Node.Mapping(entries, 1), "log.kafka", problems);
    return KafkaSettings.read(settings, secrets);
  }

  private List<String> found() {
    return problems.found().stream().map(ConfigProblem::toString).toList();
  }

  @Test
  void serversAreEnough() {
    KafkaSettings settings = read(NONE, "servers", "kafka1.example:9092");

    assertThat(found()).isEmpty();
    assertThat(settings.topic()).isEqualTo("grenselos.mentions");
    assertThat(settings.deadLetters()).isEqualTo("grenselos.mentions.dead-letters");
    assertThat(settings.group()).isEqualTo("grenselos");
    assertThat(new ClientConfig(settings).producer())
        .containsEntry("security.protocol", "PLAINTEXT")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .doesNotContainKey("sasl.jaas.config");
    assertThat(new ClientConfig(settings).consumer())
        .containsEntry("enable.auto.commit", false)
        .containsEntry("auto.offset.reset", "none");
  }

  @Test
  void aPasswordComesFromTheEnvironmentAndIsQuoted() {
    KafkaSettings settings =
        read(SOME, "servers", "k:9093", "tls", "true", "ca", "ca.pem", "user", "bot");

    assertThat(found()).isEmpty();
    assertThat(new ClientConfig(settings).consumer())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("ssl.truststore.location", "ca.pem")
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"bot\" password=\"p\\\"w\\\\d\";");
    assertThat(settings.toString()).doesNotContain("p\"w");
  }

  @Test
  void everyMistakeIsToldAtItsPlace() {
    KafkaSettings unused =
        read(
            NONE,
            "servers",
            "kafka1.example",
            "topic",
            "a b",
            "dead-letters",
            "grenselos.mentions",
            "ca",
            "ca.pem",
            "user",
            "bot",
            "mechanism",
            "plain",
            "grup",
            "x");

    assertThat(found())
        .containsExactlyInAnyOrder(
            "grenselos.yml:1 log.kafka.servers: \"kafka1.example\" must be as kafka1.example:9092",
            "grenselos.yml:2 log.kafka.topic: may have letters, digits, dots, _ and - only; it is"
                + " \"a b\"",
            "grenselos.yml:3 log.kafka.dead-letters: must be another topic than topic:"
                + " grenselos.mentions",
            "grenselos.yml:4 log.kafka.ca: needs tls: true",
            "grenselos.yml:6 log.kafka.mechanism: plain shows the password to the network: needs"
                + " tls: true",
            "grenselos.yml:5 log.kafka.user: needs its password in the environment variable"
                + " KAFKA_PASSWORD",
            "grenselos.yml:7 log.kafka.grup: unknown key; did you mean \"group\"?");
  }

  @Test
  void aMechanismNobodyKnowsOrNeedsIsTold() {
    KafkaSettings unused = read(SOME, "servers", "k:1", "user", "bot", "mechanism", "gssapi");
    KafkaSettings other = read(SOME, "mechanism", "plain");

    assertThat(found())
        .containsExactlyInAnyOrder(
            "grenselos.yml:3 log.kafka.mechanism: must be one of plain, scram-sha-256,"
                + " scram-sha-512",
            "grenselos.yml:1 log.kafka.servers: is missing: a list such as"
                + " [\"kafka1.example:9092\"]",
            "grenselos.yml:1 log.kafka.mechanism: needs a user");
  }
}
