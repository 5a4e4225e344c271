package no.grenselos.app.web.console;

import java.util.Set;
import java.util.function.Function;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.expert.Email;
import no.grenselos.people.Directory;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Rules;

/**
 * What the rule book is changed with. Safe for many threads.
 *
 * @param texts what understands its files
 * @param beside makes the rules of a draft, to be tried; whoever asks closes their router
 * @param houses chat houses that are configured, by name
 * @param lookUp asks these houses for people, once and not for long
 */
public record Workbench(
    RuleTexts texts,
    Function<RuleBook, Rules> beside,
    Set<String> houses,
    Function<Set<Email>, Directory> lookUp) {
  public Workbench {
    houses = Set.copyOf(houses);
  }

  static Workbench of(Grenselos grenselos) {
    return new Workbench(
        grenselos.texts(),
        grenselos::beside,
        Set.copyOf(grenselos.settings().chats().stream().map(part -> part.kind()).toList()),
        grenselos::lookUp);
  }
}
