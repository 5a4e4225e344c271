package no.grenselos.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.Posts;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.route.match.PostIndex.Post;
import no.grenselos.store.MentionLog.Received;

/**
 * What in a rule book can be used but hardly says what was meant, all of it at once, each with its
 * place and what to do: rules that can never decide, people who are never asked, topics that nobody
 * or only one knows, silences that are over. What {@link Router#lint} says of single queries is not
 * said again.
 */
public final class RuleAdvice {
  private RuleAdvice() {}

  /** What the book alone shows; quick enough for every change that somebody types. */
  public static List<ConfigProblem> of(RuleBook book, Instant now) {
    List<ConfigProblem> advice = new ArrayList<>(Shadows.in(book));
    advice.addAll(PeopleAdvice.on(book, now));
    advice.addAll(SilenceAdvice.on(book, now));
    return List.copyOf(advice);
  }

  /**
   * What stored posts show of a book's routes: those that match nearly every post, and those whose
   * posts others always take before. A {@link Report} says it of its draft too.
   *
   * @param router of that book
   * @param posts a thousand or so; of fewer than a hundred no share is told
   */
  public static List<ConfigProblem> of(RuleBook book, Router router, List<Received> posts) {
    RouteCounts counts = new RouteCounts(book.routes());
    try (Posts looked =
        new Posts(posts.stream().map(p -> new Post(p.mention(), p.reading())).toList())) {
      Posts.ByRules rules = looked.by(router);
      for (int i = 0; i < posts.size(); i++) {
        counts.add(rules.matching(i), rules.decision(i, posts.get(i).at()).because());
      }
    }
    return counts.advice();
  }
}
