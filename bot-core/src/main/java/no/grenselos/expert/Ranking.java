package no.grenselos.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * Who could be asked about one post, best first, and who could not and why. Nobody outside their
 * hours, above their cap, on a topic they did not say yes to, or asked before about this post;
 * among the rest those who know such posts best and have room for one more, or, where nothing was
 * learned yet, those with the fewest nudges lately.
 *
 * @param fits best first
 */
public record Ranking(List<Candidacy.Fit> fits, List<Candidacy.LeftOut> leftOut) {
  public Ranking {
    fits = List.copyOf(fits);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What is known about the post and the people when the ranking is made.
   *
   * @param loads nudges lately; nobody in the map means none
   * @param notBefore experts who are out for this post until then; {@link Instant#MAX} for good
   */
  public record Situation(
      TopicId topic,
      Language language,
      Map<ExpertId, Load> loads,
      Map<ExpertId, Instant> notBefore,
      Instant now) {
    public Situation {
      loads = Map.copyOf(loads);
      notBefore = Map.copyOf(notBefore);
    }
  }

  /** By the fewest nudges lately. */
  public static Ranking of(List<Expert> experts, Situation situation) {
    return of(experts, situation, able -> byNudges(able, situation));
  }

  /** By what was learned of who knows such posts. */
  public static Ranking of(List<Expert> experts, Situation situation, Standings standings) {
    return of(experts, situation, able -> new Weighing(able, situation, standings).fits());
  }

  private static Ranking of(
      List<Expert> experts,
      Situation situation,
      Function<List<Expert>, List<Candidacy.Fit>> weighed) {
    List<Expert> able = new ArrayList<>();
    List<Candidacy.LeftOut> leftOut = new ArrayList<>();
    for (Expert expert : experts) {
      if (!expert.topics().contains(situation.topic())) continue;
      leftOut(expert, situation).ifPresentOrElse(leftOut::add, () -> able.add(expert));
    }
    List<Candidacy.Fit> fits = new ArrayList<>(weighed.apply(able));
    fits.sort(
        Comparator.comparingDouble(Candidacy.Fit::score)
            .reversed()
            .thenComparing(fit -> fit.expert().id().id()));
    return new Ranking(fits, leftOut);
  }

  public Optional<Expert> best() {
    return fits.stream().findFirst().map(Candidacy.Fit::expert);
  }

  /** The earliest moment at which somebody now left out might be asked. */
  public Optional<Instant> nextChance() {
    return leftOut.stream()
        .map(Candidacy.LeftOut::from)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private static Optional<Candidacy.LeftOut> leftOut(Expert expert, Situation situation) {
    Instant now = situation.now();
    Instant notBefore = situation.notBefore().getOrDefault(expert.id(), Instant.MIN);
    Load load = situation.loads().getOrDefault(expert.id(), Load.NONE);
    if (notBefore.equals(Instant.MAX)) return out(expert, "asked before about this post", null);
    if (!speaksFor(expert, situation.language())) {
      return out(expert, "does not answer in " + situation.language(), null);
    }
    if (expert.level() == Level.WATCH) return out(expert, "only reads along", null);
    Absence absence = expert.manner().absence();
    if (absence.end(now).isPresent()) {
      Instant back = expert.hours().nextOpen(absence.end(now).get());
      return out(expert, absence.reason(now).orElseThrow(), back);
    }
    if (notBefore.isAfter(now)) {
      return out(expert, "asked to wait", expert.hours().nextOpen(notBefore));
    }
    if (!expert.hours().at(now)) {
      return out(expert, "outside their hours", expert.hours().nextOpen(now));
    }
    if (expert.cap().reached(load)) {
      String cap = "at their cap: " + load.today() + " today, " + load.week() + " this week";
      return out(expert, cap, tomorrow(expert, now));
    }
    return Optional.empty();
  }

  private static Optional<Candidacy.LeftOut> out(
      Expert expert, String reason, @Nullable Instant from) {
    return Optional.of(new Candidacy.LeftOut(expert, reason, from));
  }

  private static List<Candidacy.Fit> byNudges(List<Expert> able, Situation situation) {
    return able.stream()
        .map(expert -> {
          Load load = situation.loads().getOrDefault(expert.id(), Load.NONE);
          String reason = "owns the topic, " + Weighing.lately(load);
          return new Candidacy.Fit(expert, 1.0 / (1 + load.week()), reason);
        })
        .toList();
  }

  private static boolean speaksFor(Expert expert, Language language) {
    if (expert.languages().isEmpty() || language.equals(Language.UNKNOWN)) return true;
    if (language.norwegian())
      return expert.languages().stream().anyMatch(l -> new Language(l).norwegian());
    // Danish and Swedish are read by everybody who reads Norwegian, and answered in Norwegian
    if (language.code().equals("da") || language.code().equals("sv")) return true;
    return expert.languages().contains(language.code()) || expert.languages().contains("en");
  }

  private static Instant tomorrow(Expert expert, Instant now) {
    Hours hours = expert.hours();
    return hours.nextOpen(hours.day(now).plusDays(1).atStartOfDay(hours.zone()).toInstant());
  }
}
