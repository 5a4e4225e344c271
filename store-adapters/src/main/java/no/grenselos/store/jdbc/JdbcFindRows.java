package no.grenselos.store.jdbc;

import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.route.Goal;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.TicketSearch;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jdbi.v3.core.Handle;

/**
 * One narrow row a ticket, by which {@link JdbcTicketSearch} finds it. Whoever changes a ticket or
 * its post keeps it.
 */
record JdbcFindRows(Handle handle) {
  void add(TicketId ticket, Ticket.Draft draft) {
    Optional<Logged> logged = new JdbcMentionLog(handle).find(draft.mention());
    Language language = logged.map(one -> one.reading().language()).orElse(Language.UNKNOWN);
    Goal goal = draft.terms().goal();
    handle
        .createUpdate(
            """
            insert into ticket_find (ticket, mention, opened_at, standing, lane, topic, channel,
                network, language, goal, words)
            values (:ticket, :mention, :opened, 'Open', :lane, :topic, :channel, :network,
                :language, :goal, :words)
            """)
        .bind("ticket", ticket.number())
        .bind("mention", draft.mention().toString())
        .bind("opened", Millis.of(draft.openedAt()))
        .bind("lane", draft.lane().name())
        .bind("topic", draft.topic() == null ? null : draft.topic().id())
        .bind("channel", draft.terms().channel())
        .bind("network", draft.mention().network().name())
        .bind("language", language.code())
        .bind("goal", goal == null ? null : goal.name())
        .bind(
            "words",
            logged
                .filter(one -> !one.erased())
                .map(Logged::mention)
                .map(TicketSearch::wordsOf)
                .orElse(""))
        .execute();
  }

  void stands(TicketId ticket, TicketState state) {
    change("standing", state.getClass().getSimpleName(), ticket);
  }

  void moves(TicketId ticket, String channel) {
    change("channel", channel, ticket);
  }

  private void change(String column, String value, TicketId ticket) {
    handle
        .createUpdate(
            "update ticket_find set %1$s = :value where ticket = :ticket and %1$s <> :value"
                .formatted(column))
        .bind("value", value)
        .bind("ticket", ticket.number())
        .execute();
  }

  /** The post's newest words. */
  void says(Mention mention) {
    words(mention.id(), TicketSearch.wordsOf(mention));
  }

  void erase(MentionId mention) {
    words(mention, "");
  }

  private void words(MentionId mention, String words) {
    handle
        .createUpdate("update ticket_find set words = :words where mention = :mention")
        .bind("words", words)
        .bind("mention", mention.toString())
        .execute();
  }
}
