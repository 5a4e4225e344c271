package no.grenselos.storm;

import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;

/** Who may do what about many posts at once. */
final class May {
  private May() {}

  /** Hold nudges back. */
  static boolean pause(RuleBook book, Handle who) {
    return book.runs(who);
  }

  /** Decide about an incident in that channel: its team too. */
  static boolean lead(RuleBook book, String channel, Handle who) {
    return member(book, channel, who) || pause(book, who);
  }

  private static boolean member(RuleBook book, String channel, Handle who) {
    return book.teamOf(channel).filter((Team team) -> team.has(who)).isPresent();
  }
}
