package no.grenselos.care;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.expert.Team;

/**
 * Finds the moments at which a promised time is to be spoken of, all counted in the team's working
 * time: half of it gone, {@link #LEFT} left, over, and over for the team's {@code escalate-after}.
 * Immutable.
 *
 * @param promisedAt not before {@code openedAt}
 */
public record PromiseWatch(Instant openedAt, Instant promisedAt, Team team) {
  /** Working time before the end at which the second reminder comes. */
  public static final Duration LEFT = Duration.ofMinutes(10);

  /** The watch over a promise of that much working time. */
  public static PromiseWatch ending(Instant promisedAt, Duration within, Team team) {
    return new PromiseWatch(team.hours().before(promisedAt, within), promisedAt, team);
  }

  /** The moment of a stage; empty for one that this promise or this team does not have. */
  public Optional<Instant> at(Stage stage) {
    return switch (stage) {
      case HALF -> Optional.of(working(whole().dividedBy(2)));
      case SOON -> soon();
      case LEAD -> team.leads().isEmpty() ? Optional.empty() : Optional.of(promisedAt);
      case FALLBACK -> Optional.of(team.hours().after(promisedAt, team.escalateAfter()));
    };
  }

  /**
   * The latest stage whose moment has come, when it was not spoken of yet. Earlier ones that were
   * missed, as while no node ran, are passed over: nobody is told of half a time that is over.
   */
  public Optional<Stage> due(Instant now, Set<Stage> spoken) {
    return reached(now)
        .max(Comparator.naturalOrder())
        .filter(latest -> spoken.stream().allMatch(stage -> stage.compareTo(latest) < 0));
  }

  /** When the next stage comes after that moment; empty when all are past. */
  public Optional<Instant> next(Instant now) {
    return stages().flatMap(stage -> at(stage).stream()).filter(now::isBefore).sorted().findFirst();
  }

  /** In a short promise the half is later than ten minutes before the end, and is enough. */
  private Optional<Instant> soon() {
    Duration before = whole().minus(LEFT);
    return before.compareTo(whole().dividedBy(2)) > 0
        ? Optional.of(working(before))
        : Optional.empty();
  }

  private Duration whole() {
    return team.hours().between(openedAt, promisedAt);
  }

  /** When that much of the time is gone; a moment at closing time is the next opening's. */
  private Instant working(Duration gone) {
    return team.hours().nextOpen(team.hours().after(openedAt, gone));
  }

  private Stream<Stage> reached(Instant now) {
    return stages().filter(stage -> at(stage).map(moment -> !moment.isAfter(now)).orElse(false));
  }

  private static Stream<Stage> stages() {
    return Arrays.stream(Stage.values());
  }
}
