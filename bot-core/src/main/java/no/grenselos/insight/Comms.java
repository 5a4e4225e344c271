package no.grenselos.insight;

import java.util.Collection;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;

/**
 * Who is the communications department: whoever works in the fallback channel, and the admins.
 * Everybody else who answers is one of those the product is for, customer service included.
 */
final class Comms {
  private Comms() {}

  static boolean has(RuleBook book, Colleague who) {
    return handles(book, who).stream().anyMatch(handle -> is(book, handle));
  }

  private static boolean is(RuleBook book, Handle handle) {
    return book.house().admins().containsKey(handle)
        || book.teamOf(book.house().fallbackChannel()).filter(team -> team.has(handle)).isPresent();
  }

  private static Collection<Handle> handles(RuleBook book, Colleague who) {
    return book.expert(who)
        .map(Expert::handles)
        .orElseGet(() -> Handle.parse(who.id()).map(List::of).orElse(List.of()));
  }
}
