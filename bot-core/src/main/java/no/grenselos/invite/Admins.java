package no.grenselos.invite;

import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;

/** Who may propose others: whoever looks after the channel that gets what nobody knows. */
final class Admins {
  private Admins() {}

  static boolean is(RuleBook book, Handle who) {
    return book.teamOf(book.house().fallbackChannel())
        .map(team -> team.members().containsKey(who))
        .orElse(false);
  }
}
