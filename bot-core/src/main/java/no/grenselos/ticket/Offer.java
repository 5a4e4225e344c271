package no.grenselos.ticket;

import java.time.Instant;
import java.time.LocalDate;
import no.grenselos.expert.ExpertId;
import org.jspecify.annotations.Nullable;

/**
 * A nudge to one expert, with an end.
 *
 * @param until as first made; the ticket's state has the end in force, which is later when the
 *     nudge arrived late
 * @param day in the expert's calendar
 * @param nth of the expert's offers that day, from 1: unique with expert and day, so that two nodes
 *     cannot both give the last one under a cap; below 0 for one that ended as {@link
 *     OfferEnd#AWAY}, which does not count
 * @param end null while it runs
 */
public record Offer(
    OfferId id,
    TicketId ticket,
    ExpertId expert,
    Instant madeAt,
    Instant until,
    LocalDate day,
    int nth,
    @Nullable OfferEnd end,
    @Nullable Instant endedAt) {}
