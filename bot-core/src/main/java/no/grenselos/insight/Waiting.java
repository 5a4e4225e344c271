package no.grenselos.insight;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import no.grenselos.store.Statistics;

/**
 * How long posts waited for their first answer, by the clock on the wall, in whole minutes.
 *
 * @param median half of them waited no longer; the nearest rank, so it is a time that was
 * @param slow nine of ten waited no longer
 */
public record Waiting(Duration median, Duration slow) {
  /** Empty when nothing was answered. */
  static Optional<Waiting> of(Collection<Statistics.Wait> waits) {
    TreeMap<Long, Long> answers = new TreeMap<>();
    waits.forEach(wait -> answers.merge(wait.minutes(), wait.answers(), Long::sum));
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Waiting(rank(answers, 50), rank(answers, 90)));
  }

  private static Duration rank(TreeMap<Long, Long> answers, int percent) {
    long all = answers.values().stream().mapToLong(Long::longValue).sum();
    long wanted = (all * percent + 99) / 100;
    long seen = 0;
    for (var entry : answers.entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) return Duration.ofMinutes(entry.getKey());
    }
    return Duration.ofMinutes(answers.lastKey());
  }
}
