package no.grenselos.ruling;

import java.util.Optional;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Role;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Work;

/** Who may change the rules, and how whoever did is called. */
final class Admins {
  private Admins() {}

  /** Admins; where the company named none, whoever may decide for others. */
  static boolean may(RuleBook book, Handle who) {
    return book.roles(who).contains(Role.ADMIN)
        || (book.house().admins().isEmpty() && book.runs(who));
  }

  /**
   * @param id a colleague's
   */
  static String name(RuleBook book, String id) {
    if (id.equals(Work.GRENSELOS)) return "Grenselos";
    Optional<String> expert = book.expert(new ExpertId(id)).map(Expert::name);
    return expert.orElseGet(
        () -> Handle.parse(id).map(handle -> book.colleague(handle, id).name()).orElse(id));
  }
}
