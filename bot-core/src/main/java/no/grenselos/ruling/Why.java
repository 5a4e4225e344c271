package no.grenselos.ruling;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.Page;
import no.grenselos.revise.RuleTexts;
import no.grenselos.ticket.TicketId;
import no.grenselos.trail.Addresses;
import no.grenselos.trail.Trail;
import no.grenselos.trail.Trails;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/**
 * {@code why T-12}, or the post's address: by which rules at which revision, for which words, who
 * was looked at, asked or not and why, and what they did. For those who answer posts; only reads.
 */
public final class Why implements Feature.Answers {
  private static final Pattern NUMBER = Pattern.compile("(?:[Tt]-)?(\\d{1,18})");

  private final Trails trails;
  private final boolean keepsTests;

  /**
   * @param texts empty where only the rules in force can be walked again
   */
  public Why(Optional<RuleTexts> texts) {
    this.trails = new Trails(texts);
    this.keepsTests = texts.isPresent();
  }

  @Override
  public Set<String> verbs() {
    return Set.of("why", "hvorfor");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("ruling");
    if (!mayLook(visit)) return Said.only(Page.of(phrases.say("why.not-yours")));
    return Said.only(
        trail(visit, rest.strip())
            .map(trail -> page(visit, trail))
            .orElseGet(() -> Page.of(phrases.say("why.unknown"))));
  }

  private Page page(Visit visit, Trail trail) {
    boolean admin = Admins.may(visit.book(), visit.who().handle());
    TrailPage page = new TrailPage(visit, trail);
    return keepsTests && admin ? page.withTest() : page.write();
  }

  private static boolean mayLook(Visit visit) {
    return !visit.book().roles(visit.who().handle()).isEmpty();
  }

  /** By the ticket's number, or by the post's address. */
  private Optional<Trail> trail(Visit visit, String named) {
    Matcher number = NUMBER.matcher(named);
    if (number.matches()) {
      TicketId id = new TicketId(Long.parseLong(number.group(1)));
      return visit
          .books()
          .tickets()
          .find(id)
          .flatMap(ticket -> trails.of(visit.books(), visit.rules(), ticket));
    }
    return Addresses.post(visit.books(), named)
        .map(post -> trails.of(visit.books(), visit.rules(), post));
  }
}
