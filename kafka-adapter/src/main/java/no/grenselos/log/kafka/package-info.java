/**
 * Mention events through Apache Kafka, as JSON (docs/kafka-mention.schema.json). The only place
 * that sees {@code org.apache.kafka}; imports bot-core. Start with {@link
 * no.grenselos.log.kafka.KafkaRelayProvider}.
 */
@NullMarked
package no.grenselos.log.kafka;

import org.jspecify.annotations.NullMarked;
