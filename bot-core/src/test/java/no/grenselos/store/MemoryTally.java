package no.grenselos.store;

import java.time.Instant;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Statistics.Part;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** The rows that {@link MemoryStatistics} counts. */
record MemoryTally(SortedMap<String, Row> rows) {
  /** One post. */
  record Row(
      Instant came,
      Part part,
      @Nullable TicketId ticket,
      @Nullable CloseReason fate,
      @Nullable Instant promised,
      @Nullable Answer answer) {
    Row answered(@Nullable Answer other) {
      return new Row(came, part, ticket, fate, promised, other);
    }

    boolean worth() {
      return ticket != null && (fate != CloseReason.MERGED || answer != null);
    }

    boolean judged(Instant now) {
      return promised != null && (answer != null || (fate == null && promised.isBefore(now)));
    }

    boolean kept() {
      return promised != null && answer != null && !answer.at().isAfter(promised);
    }
  }

  record Answer(String who, boolean comms, Instant at, @Nullable Effect effect) {
    Answer with(Effect told) {
      return new Answer(who, comms, at, told);
    }
  }

  void came(MentionId post, Part part, Instant at) {
    rows.putIfAbsent(post.toString(), new Row(at, part, null, null, null, null));
  }

  void opened(Ticket ticket) {
    came(ticket.mention(), new Part(null, null), ticket.openedAt());
    rows.computeIfPresent(
        ticket.mention().toString(),
        (id, row) -> {
          var topic = ticket.topic() == null ? row.part().topic() : ticket.topic();
          Part part = new Part(ticket.terms().goal(), topic);
          return new Row(row.came(), part, ticket.id(), null, ticket.promisedAt(), row.answer());
        });
  }

  void changed(Ticket ticket) {
    CloseReason fate = ticket.state() instanceof TicketState.Closed closed ? closed.reason() : null;
    on(
        ticket.id(),
        row -> {
          Instant promised = row.answer() == null ? ticket.promisedAt() : row.promised();
          return new Row(row.came(), row.part(), row.ticket(), fate, promised, row.answer());
        });
  }

  void on(TicketId ticket, UnaryOperator<Row> change) {
    rows.replaceAll((id, row) -> ticket.equals(row.ticket()) ? change.apply(row) : row);
  }
}
