package no.grenselos.log.kafka;

import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.log.Relay;
import no.grenselos.log.RelayProvider;

/** Carries mention events through a topic of Apache Kafka, 2.1 or newer. */
public final class KafkaRelayProvider implements RelayProvider {
  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public Relay open(Settings settings, Secrets secrets) {
    return new KafkaRelay(KafkaSettings.read(settings, secrets));
  }
}
