package no.grenselos.ticket;

import java.net.URI;
import java.time.Instant;
import no.grenselos.expert.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * Words somebody inside wrote for somebody outside.
 *
 * @param link null until published
 */
public record Answer(
    AnswerId id,
    TicketId ticket,
    Colleague by,
    String text,
    Instant writtenAt,
    @Nullable URI link) {}
