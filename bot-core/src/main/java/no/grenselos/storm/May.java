package no.grenselos.storm;

import java.util.Set;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;

/** Who may do what about many posts at once. */
final class May {
  private May() {}

  /**
   * Hold nudges back: admins and leads; where the company named no admin, whoever stands behind the
   * channel where everything ends.
   */
  static boolean pause(RuleBook book, Handle who) {
    Set<Role> roles = book.roles(who);
    if (roles.contains(Role.ADMIN) || roles.contains(Role.LEAD)) return true;
    return book.house().admins().isEmpty() && member(book, book.house().fallbackChannel(), who);
  }

  /** Decide about an incident in that channel: its team too. */
  static boolean lead(RuleBook book, String channel, Handle who) {
    return member(book, channel, who) || pause(book, who);
  }

  private static boolean member(RuleBook book, String channel, Handle who) {
    return book.teamOf(channel).filter((Team team) -> team.has(who)).isPresent();
  }
}
