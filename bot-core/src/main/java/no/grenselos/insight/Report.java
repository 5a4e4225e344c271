package no.grenselos.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.store.Statistics;
import no.grenselos.store.Statistics.Declined;
import no.grenselos.store.Statistics.Replies;
import no.grenselos.ticket.OfferEnd;

/**
 * What a manager sees of a range of dates. Posts are counted by the day they came, whatever becomes
 * of them later; nudges, answers and what came back by the day of each. Immutable.
 *
 * @param at when it was read
 * @param goals in the order of {@link Goal}, then what serves none; those with nothing are left out
 * @param topics those with most posts first, then what is about none
 * @param parts of the goals of which anything was told what answers brought about, by goal and then
 *     by how much was told
 * @param course of the whole, by the range's slices
 * @param nudges how those made in the range ended
 * @param loads by name; for those who run the product only
 * @param coverage topics that are talked about, those with fewest people first
 * @param worths one a goal, in the order of {@link Goal}
 */
public record Report(
    Range range,
    Instant at,
    Figures whole,
    List<OfGoal> goals,
    List<OfTopic> topics,
    List<OfPart> parts,
    List<Counts> course,
    Replies replies,
    Map<OfferEnd, Long> nudges,
    List<Declined> declined,
    List<Load> loads,
    List<Cover> coverage,
    List<Worth> worths) {
  /** Whoever answers again within this time has returned. */
  public static final Duration AGAIN = Duration.ofDays(30);

  /**
   * @param goal empty for posts that serve none
   */
  public record OfGoal(Optional<Goal> goal, Figures figures) {}

  /**
   * @param topic empty for posts about none
   */
  public record OfTopic(Optional<TopicId> topic, Figures figures) {}

  /**
   * @param topic empty for posts about none
   */
  public record OfPart(Goal goal, Optional<TopicId> topic, Figures figures) {}

  public Report {
    goals = List.copyOf(goals);
    topics = List.copyOf(topics);
    parts = List.copyOf(parts);
    course = List.copyOf(course);
    nudges = Map.copyOf(nudges);
    declined = List.copyOf(declined);
    loads = List.copyOf(loads);
    coverage = List.copyOf(coverage);
    worths = List.copyOf(worths);
  }

  static List<OfGoal> goals(Figures.Source source) {
    return Stream.concat(
            Arrays.stream(Goal.values()).map(Optional::of), Stream.of(Optional.<Goal>empty()))
        .map(goal ->
            new OfGoal(goal, source.of(part -> Objects.equals(part.goal(), goal.orElse(null)))))
        .filter(row -> !row.figures().nothing())
        .toList();
  }

  static List<OfTopic> topics(Figures.Source source) {
    return Stream.concat(
            source.counts().stream().map(count -> count.part().topic()),
            source.backs().stream().map(back -> back.part().topic()))
        .map(Optional::ofNullable)
        .distinct()
        .map(topic ->
            new OfTopic(topic, source.of(part -> Objects.equals(part.topic(), topic.orElse(null)))))
        .sorted(
            Comparator.comparing((OfTopic row) -> row.topic().isEmpty())
                .thenComparingLong(row -> -row.figures().counts().posts())
                .thenComparing(row -> row.topic().map(TopicId::id).orElse("")))
        .toList();
  }

  static List<OfPart> parts(Figures.Source source) {
    return source.effects().stream()
        .map(Statistics.Came::part)
        .distinct()
        .flatMap(part ->
            Optional.ofNullable(part.goal())
                .map(goal ->
                    new OfPart(goal, Optional.ofNullable(part.topic()), source.of(part::equals)))
                .stream())
        .sorted(
            Comparator.comparing(OfPart::goal)
                .thenComparingLong(row -> -row.figures().told())
                .thenComparing(row -> row.topic().map(TopicId::id).orElse("")))
        .toList();
  }

  /** Nudges that reached somebody and are over. */
  public long sent() {
    return nudges.entrySet().stream()
        .filter(end -> end.getKey() != OfferEnd.AWAY)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Of those, how many their receiver took or answered. */
  public long taken() {
    return nudges.getOrDefault(OfferEnd.CLAIMED, 0L);
  }

  /** The same, without numbers about single people. */
  public Report withoutPeople() {
    return new Report(
        range, at, whole, goals, topics, parts, course, replies, nudges, declined, List.of(),
        coverage, worths);
  }
}
