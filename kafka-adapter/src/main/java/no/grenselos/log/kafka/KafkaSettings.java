package no.grenselos.log.kafka;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/**
 * How Kafka is reached, as the admin wrote it under {@code log.kafka}.
 *
 * @param servers as {@code kafka1.example:9092}
 * @param deadLetters the topic for what cannot be read; the topic's name with {@code .dead-letters}
 *     unless configured
 * @param ca file with the certificates of whoever signed the brokers' (PEM); those of the JVM where
 *     there is none
 */
record KafkaSettings(
    List<String> servers,
    String topic,
    String deadLetters,
    String group,
    boolean tls,
    Optional<String> ca,
    Optional<Login> login) {
  private static final String PASSWORD = "KAFKA_PASSWORD";
  private static final String PLAIN = "plain";
  private static final Set<String> MECHANISMS = Set.of(PLAIN, "scram-sha-256", "scram-sha-512");
  private static final Pattern SERVER =
      Pattern.compile("[^\\s,:]+:\\d{1,5}|\\[[0-9a-f:]+]:\\d{1,5}");

  /** What Kafka takes as the name of a topic or group. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  KafkaSettings {
    servers = List.copyOf(servers);
  }

  /**
   * Who we are to the brokers.
   *
   * @param mechanism of SASL, in Kafka's spelling: {@code SCRAM-SHA-512}
   */
  record Login(String user, Secret password, String mechanism) {}

  static KafkaSettings read(Settings settings, Secrets secrets) {
    String topic = name(settings, "topic", "grenselos.mentions");
    String deadLetters = name(settings, "dead-letters", topic + ".dead-letters");
    boolean tls = settings.flag("tls", false);
    Optional<String> ca = settings.optionalText("ca");
    if (ca.isPresent() && !tls) settings.problem("ca", "needs tls: true");
    if (deadLetters.equals(topic)) {
      settings.problem("dead-letters", "must be another topic than topic: " + topic);
    }
    KafkaSettings read =
        new KafkaSettings(
            servers(settings),
            topic,
            deadLetters,
            name(settings, "group", "grenselos"),
            tls,
            ca,
            login(settings, secrets, tls));
    settings.finish();
    return read;
  }

  private static List<String> servers(Settings settings) {
    List<String> servers = settings.texts("servers");
    if (servers.isEmpty()) {
      settings.problem("servers", "is missing: a list such as [\"kafka1.example:9092\"]");
    }
    for (String server : servers) {
      if (SERVER.matcher(server).matches()) continue;
      settings.problem("servers", "\"" + server + "\" must be as kafka1.example:9092");
    }
    return servers;
  }

  private static String name(Settings settings, String key, String otherwise) {
    String name = settings.text(key, otherwise);
    if (NAME.matcher(name).matches()) return name;
    settings.problem(key, "may have letters, digits, dots, _ and - only; it is \"" + name + "\"");
    return otherwise;
  }

  private static Optional<Login> login(Settings settings, Secrets secrets, boolean tls) {
    Optional<String> user = settings.optionalText("user");
    String mechanism = settings.text("mechanism", "scram-sha-512");
    if (!MECHANISMS.contains(mechanism)) {
      String known = String.join(", ", MECHANISMS.stream().sorted().toList());
      settings.problem("mechanism", "must be one of " + known);
      return Optional.empty();
    }
    if (user.isEmpty()) {
      if (settings.has("mechanism")) settings.problem("mechanism", "needs a user");
      return Optional.empty();
    }
    if (mechanism.equals(PLAIN) && !tls) {
      settings.problem("mechanism", "plain shows the password to the network: needs tls: true");
    }
    Optional<Secret> password = secrets.find(PASSWORD);
    if (password.isEmpty()) {
      settings.problem("user", "needs its password in the environment variable " + PASSWORD);
    }
    return password.map(
        secret -> new Login(user.get(), secret, mechanism.toUpperCase(Locale.ROOT)));
  }

  /** As people read it. */
  String where() {
    return "topic " + topic + " at " + String.join(", ", servers);
  }
}
