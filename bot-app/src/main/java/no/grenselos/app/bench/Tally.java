package no.grenselos.app.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was answered, and what was worked on: by that it is known what was lost and what was done
 * twice. Safe for many threads.
 */
final class Tally {
  private static final int FINE = 200;

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> worked = new ConcurrentHashMap<>();

  private record Answer(int status, double millis) {}

  /**
   * @param kept the id under which it is to be kept; empty for what only asks
   * @param status of HTTP; 0 when none came in time
   */
  void answered(String kept, int status, double millis) {
    answers.add(new Answer(status, millis));
    if (status == FINE && !kept.isEmpty()) acknowledged.add(kept);
  }

  void worked(String id) {
    worked.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
  }

  /** Times before were of a warm-up; what was acknowledged still must not be lost. */
  void forgetTimes() {
    answers.clear();
  }

  /** How many are acknowledged and not worked on yet. */
  long waiting() {
    return acknowledged.stream().filter(id -> !worked.containsKey(id)).count();
  }

  /**
   * @param backlog how many waited when the last of the crowd had been answered
   */
  ChatBench.Figures figures(long backlog) {
    double[] millis =
        answers.stream()
            .filter(answer -> answer.status() == FINE)
            .mapToDouble(Answer::millis)
            .sorted()
            .toArray();
    return new ChatBench.Figures(
        millis.length,
        at(millis, 0.5),
        at(millis, 0.99),
        at(millis, 1),
        Arrays.stream(millis).filter(time -> time > 1_000).count(),
        answers.size() - millis.length,
        backlog,
        waiting(),
        worked.values().stream().filter(times -> times.get() > 1).count());
  }

  private static double at(double[] sorted, double share) {
    if (sorted.length == 0) return 0;
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
