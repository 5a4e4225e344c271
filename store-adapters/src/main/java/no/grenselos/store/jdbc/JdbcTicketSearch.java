package no.grenselos.store.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.store.TicketSearch;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

/**
 * Looks through one narrow row a ticket, which {@link JdbcFindRows} keeps. Words are looked for
 * within words, as Norwegian joins them, so no index of words would do.
 */
record JdbcTicketSearch(Handle handle, Dialect dialect) implements TicketSearch {
  @Override
  public List<TicketId> find(Query query, int most) {
    return conditions(query)
        .query(handle, "select ticket from ticket_find", "order by ticket desc limit :most")
        .bind("most", most)
        .mapTo(Long.class)
        .map(TicketId::new)
        .list();
  }

  private Conditions conditions(Query query) {
    Conditions conditions =
        new Conditions()
            .isOneOf("standing", names(query.standings()))
            .isOneOf("channel", query.channels())
            .is("lane", query.lane() == null ? null : query.lane().name())
            .is("topic", query.topic() == null ? null : query.topic().id())
            .is("network", query.network() == null ? null : query.network().name())
            .is("goal", query.goal() == null ? null : query.goal().name())
            .is("language", query.language())
            .within("opened_at", query.from(), query.before());
    if (query.below() != null) conditions.and("ticket < :below", "below", query.below().number());
    List<String> words = query.separateWords();
    for (int nth = 0; nth < words.size(); nth++) {
      String name = "word" + nth;
      // not "like", for which SQLite folds every letter: both sides are in small letters
      conditions.and(
          "%s(words, :%s) > 0".formatted(dialect.position(), name), name, words.get(nth));
    }
    return conditions;
  }

  @Override
  public List<Heap> inHand(Set<String> channels) {
    return new Conditions()
        .isOneOf("standing", names(Standing.IN_HAND))
        .isOneOf("channel", channels)
        .query(
            handle,
            "select standing, count(*) as many, min(opened_at) as oldest from ticket_find",
            "group by standing order by standing")
        .map((row, context) -> {
          Columns columns = new Columns(row);
          Standing standing = Standing.valueOf(columns.text("standing").toUpperCase(Locale.ROOT));
          return new Heap(standing, columns.number("many"), columns.moment("oldest"));
        })
        .list();
  }

  private static List<String> names(Set<Standing> standings) {
    return standings.stream().map(JdbcTicketSearch::name).toList();
  }

  /** As the column has it: {@code Open}. */
  private static String name(Standing standing) {
    String name = standing.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
