package no.grenselos.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;

/**
 * Who could be asked about one post, best first, and who could not and why. Nobody outside their
 * hours, above their cap, on a topic they did not say yes to, or asked before about this post;
 * among the rest those with the fewest nudges lately.
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

  public static Ranking of(List<Expert> experts, Situation situation) {
    List<Candidacy.Fit> fits = new ArrayList<>();
    List<Candidacy.LeftOut> leftOut = new ArrayList<>();
    for (Expert expert : experts) {
      if (!expert.topics().contains(situation.topic())) continue;
      switch (look(expert, situation)) {
        case Candidacy.Fit fit -> fits.add(fit);
        case Candidacy.LeftOut out -> leftOut.add(out);
      }
    }
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

  private static Candidacy look(Expert expert, Situation situation) {
    Instant now = situation.now();
    Instant notBefore = situation.notBefore().getOrDefault(expert.id(), Instant.MIN);
    Load load = situation.loads().getOrDefault(expert.id(), Load.NONE);
    if (notBefore.equals(Instant.MAX)) {
      return new Candidacy.LeftOut(expert, "asked before about this post", null);
    }
    if (!speaksFor(expert, situation.language())) {
      return new Candidacy.LeftOut(expert, "does not answer in " + situation.language(), null);
    }
    if (notBefore.isAfter(now)) {
      return new Candidacy.LeftOut(expert, "asked to wait", expert.hours().nextOpen(notBefore));
    }
    if (!expert.hours().at(now)) {
      return new Candidacy.LeftOut(expert, "outside their hours", expert.hours().nextOpen(now));
    }
    if (load.today() >= expert.cap().day() || load.week() >= expert.cap().week()) {
      return new Candidacy.LeftOut(
          expert,
          "at their cap: " + load.today() + " today, " + load.week() + " this week",
          tomorrow(expert, now));
    }
    return new Candidacy.Fit(expert, 1.0 / (1 + load.week()), reason(load));
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

  private static String reason(Load load) {
    return load.week() == 0
        ? "owns the topic, not asked this week"
        : "owns the topic, asked " + load.week() + " times this week";
  }
}
