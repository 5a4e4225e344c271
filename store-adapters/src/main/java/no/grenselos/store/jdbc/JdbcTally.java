package no.grenselos.store.jdbc;

import java.time.Instant;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.store.Statistics.Part;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that {@link JdbcStatistics} counts. */
record JdbcTally(Handle handle) {
  void came(MentionId post, Part part, Instant at) {
    handle
        .createUpdate(
            """
            insert into tally (post, came_at, goal, topic, fate)
            values (:post, :at, :goal, :topic, '')
            on conflict do nothing
            """)
        .bind("post", post.toString())
        .bind("at", Millis.of(at))
        .bind("goal", goal(part.goal()))
        .bind("topic", topic(part.topic()))
        .execute();
  }

  void opened(Ticket ticket) {
    handle
        .createUpdate(
            """
            insert into tally (post, came_at, goal, topic, ticket, fate, promised_at)
            values (:post, :at, :goal, :topic, :ticket, '', :promised)
            on conflict (post) do update set goal = excluded.goal, ticket = excluded.ticket,
                topic = case when excluded.topic = '' then tally.topic else excluded.topic end,
                promised_at = excluded.promised_at
            """)
        .bind("post", ticket.mention().toString())
        .bind("at", Millis.of(ticket.openedAt()))
        .bind("goal", goal(ticket.terms().goal()))
        .bind("topic", topic(ticket.topic()))
        .bind("ticket", ticket.id().number())
        .bind("promised", Millis.orNull(ticket.promisedAt()))
        .execute();
  }

  void changed(Ticket ticket) {
    String fate = ticket.state() instanceof TicketState.Closed closed ? closed.reason().name() : "";
    handle
        .createUpdate(
            """
            update tally set fate = :fate,
                promised_at = case when answered_at is null then :promised else promised_at end
            where ticket = :ticket
            """)
        .bind("fate", fate)
        .bind("promised", Millis.orNull(ticket.promisedAt()))
        .bind("ticket", ticket.id().number())
        .execute();
  }

  void answered(TicketId ticket, String who, boolean comms, Instant at) {
    handle
        .createUpdate(
            """
            update tally set answered_at = :at, who = :who, comms = :comms
            where ticket = :ticket and answered_at is null
            """)
        .bind("at", Millis.of(at))
        .bind("who", who)
        .bind("comms", comms ? 1 : 0)
        .bind("ticket", ticket.number())
        .execute();
  }

  void takeBack(TicketId ticket) {
    handle
        .createUpdate(
            """
            update tally set answered_at = null, who = null, comms = null, effect = null
            where ticket = :ticket
            """)
        .bind("ticket", ticket.number())
        .execute();
  }

  void told(TicketId ticket, Effect effect) {
    handle
        .createUpdate(
            """
            update tally set effect = :effect
            where ticket = :ticket and answered_at is not null
            """)
        .bind("effect", effect.name())
        .bind("ticket", ticket.number())
        .execute();
  }

  static String goal(@Nullable Goal goal) {
    return goal == null ? "" : goal.name();
  }

  static String topic(@Nullable TopicId topic) {
    return topic == null ? "" : topic.id();
  }
}
