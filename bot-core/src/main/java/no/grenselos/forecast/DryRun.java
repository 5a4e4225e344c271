package no.grenselos.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.expert.Knowledge;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.Store;
import no.grenselos.work.Rules;

/**
 * Tries a draft of the rules on stored posts, beside the rules in force, and says what would change
 * and who would be interrupted how often. Changes nothing and asks nobody. Posts keep what was
 * understood of them when they came, but for topics that the draft has otherwise. Who would be
 * asked is found by the service's own ranking, moved through the posts' time with the nudges that
 * each would have got by then; {@link Report.NotTried} says what is left out.
 *
 * <p>100,000 posts and 1,000 routes take some ten seconds on two cores and hold a few pages of
 * posts in memory. Safe for many threads, each of which tries for itself.
 */
public final class DryRun {
  private final Store store;
  private final Rules today;
  private final Rules draft;
  private final int page;

  /**
   * @param draft its reader is used only when its topics differ
   */
  public DryRun(Store store, Rules today, Rules draft) {
    this(store, today, draft, PagesAhead.PAGE);
  }

  DryRun(Store store, Rules today, Rules draft, int page) {
    this.store = store;
    this.today = today;
    this.draft = draft;
    this.page = page;
  }

  /** The last days' posts. */
  public Report days(int days, Instant now) {
    return over(now.minus(Duration.ofDays(days)), now);
  }

  /**
   * All posts that came in from then on.
   *
   * @param to what came at that moment or later is left out
   * @throws IllegalStateException when the calling thread is interrupted
   */
  public Report over(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from is " + from + ", must be before " + to);
    }
    Knowledge knowledge = LastKnown.over(today.knowledge());
    Comparison comparison =
        new Comparison(
            today,
            draft,
            new TopicsAnew(today.book().topics(), draft.book().topics(), draft.reader(), from, to),
            new Side(nudging(today, knowledge)),
            new Side(nudging(draft, knowledge)));
    new PagesAhead(store, to, page)
        .each(from, comparison::understood, comparison::decided, comparison::look);
    return comparison.report(from, to);
  }

  private Nudging nudging(Rules rules, Knowledge knowledge) {
    Company company = store.read(books -> Company.of(books, rules.book()));
    return new Nudging(company, knowledge, this::kept);
  }

  private Optional<Mention> kept(MentionId id) {
    return store
        .read(books -> books.mentions().find(id))
        .filter(logged -> !logged.erased())
        .map(Logged::mention);
  }
}
