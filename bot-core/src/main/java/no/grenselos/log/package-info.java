/**
 * Port to a log outside (Kafka) that mention events travel through, from the nodes that read feeds
 * to those that store them; optional. Floor 3: imports feed and below. Start with {@link
 * no.grenselos.log.Relay}.
 */
@NullMarked
package no.grenselos.log;

import org.jspecify.annotations.NullMarked;
