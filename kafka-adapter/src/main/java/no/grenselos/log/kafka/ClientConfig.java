package no.grenselos.log.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/** Kafka's own settings, from ours. */
record ClientConfig(KafkaSettings settings) {
  /** Bytes; just below Kafka's usual limit for a batch (message.max.bytes). */
  static final int MOST_REQUEST = 1_000_000;

  Map<String, Object> producer() {
    Map<String, Object> config = common();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // the JDK's own: the others unpack native code, which a read-only container has no place for
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_REQUEST);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8_000_000L);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
    return config;
  }

  Map<String, Object> consumer() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // where to go on is what the store says; that it is gone must not pass unseen
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // how long the others wait for a node that was killed
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8_000_000);
    config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return config;
  }

  Map<String, Object> admin() {
    Map<String, Object> config = common();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    return config;
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
    config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol());
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    // tells the brokers nothing of this process
    config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    settings
        .ca()
        .ifPresent(file -> {
          config.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
          config.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file);
        });
    settings
        .login()
        .ifPresent(login -> {
          config.put(SaslConfigs.SASL_MECHANISM, login.mechanism());
          config.put(SaslConfigs.SASL_JAAS_CONFIG, jaas(login));
        });
    return config;
  }

  private String protocol() {
    if (settings.login().isPresent()) return settings.tls() ? "SASL_SSL" : "SASL_PLAINTEXT";
    return settings.tls() ? "SSL" : "PLAINTEXT";
  }

  private static String jaas(KafkaSettings.Login login) {
    String module =
        login.mechanism().startsWith("SCRAM")
            ? "org.apache.kafka.common.security.scram.ScramLoginModule"
            : "org.apache.kafka.common.security.plain.PlainLoginModule";
    return module
        + " required username="
        + quoted(login.user())
        + " password="
        + quoted(login.password().reveal())
        + ";";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
