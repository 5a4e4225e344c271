package no.grenselos.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.reading.Language;

/**
 * Puts those who may be asked in order: p(expert | post), times the room under their cap, times
 * less for whoever was asked more often this week than another owner of the topic, and now and then
 * somebody new or idle first.
 */
final class Weighing {
  /**
   * What an owner of the topic has to begin with, in the unit of {@link Standing#mass}: as if they
   * had answered one post like this. So a newcomer starts beside the others, not behind them.
   */
  static final double OWNS_THE_TOPIC = 4;

  /** One post in so many goes to somebody new or idle first. */
  static final int TURN = 8;

  /** So many deeds make somebody a newcomer no longer. */
  private static final int KNOWN_AFTER = 3;

  private static final double SECOND_LANGUAGE = 0.8;
  private static final double LEAST = OWNS_THE_TOPIC / 10;

  private final List<Expert> able;
  private final Ranking.Situation situation;
  private final Standings standings;
  private final int least;
  private final double total;

  Weighing(List<Expert> able, Ranking.Situation situation, Standings standings) {
    this.able = able;
    this.situation = situation;
    this.standings = standings;
    // once for all: looked for anew for each, a thousand people took a million looks
    this.least = able.stream().mapToInt(other -> load(other).week()).min().orElse(0);
    this.total = able.stream().mapToDouble(this::mass).sum();
  }

  List<Candidacy.Fit> fits() {
    Optional<Expert> newcomer = newcomer();
    List<Candidacy.Fit> fits = new ArrayList<>();
    for (Expert expert : able) {
      boolean first = newcomer.filter(expert::equals).isPresent();
      String reason = first ? reason(expert) + ", and it is their turn" : reason(expert);
      fits.add(new Candidacy.Fit(expert, score(expert) + (first ? 1 : 0), reason));
    }
    return fits;
  }

  private double mass(Expert expert) {
    double mass = Math.max(LEAST, OWNS_THE_TOPIC + standings.of(expert.id()).mass());
    // who has answered a hundred like it knows it no better than who has answered twenty
    return Math.log1p(mass / OWNS_THE_TOPIC);
  }

  private double score(Expert expert) {
    double p = mass(expert) / total;
    double room = 1 - (double) load(expert).week() / expert.cap().week();
    return p * room * rest(expert) * language(expert);
  }

  /** One for who was asked least this week, a quarter for who was asked once more, then a ninth. */
  private double rest(Expert expert) {
    int ahead = load(expert).week() - least;
    return 1.0 / ((1 + ahead) * (1 + ahead));
  }

  private double language(Expert expert) {
    Language language = situation.language();
    boolean any = expert.languages().isEmpty() || language.equals(Language.UNKNOWN);
    boolean theirs =
        expert.languages().stream()
            .map(Language::new)
            .anyMatch(l -> l.equals(language) || (l.norwegian() && language.norwegian()));
    return any || theirs ? 1 : SECOND_LANGUAGE;
  }

  /**
   * Whoever was tried least among the new and, when the best one was asked this week, the idle.
   * Only on the posts whose id says so, so that every node and every replay decides the same.
   */
  private Optional<Expert> newcomer() {
    if (Math.floorMod(spread(standings.post().toString().hashCode()), TURN) != 0) {
      return Optional.empty();
    }
    Optional<Expert> best =
        able.stream().max(Comparator.comparingDouble(this::score).thenComparing(e -> e.id().id()));
    boolean bestIsBusy = best.map(expert -> !idle(expert)).orElse(false);
    return able.stream()
        .filter(this::idle)
        .filter(expert -> tried(expert) < KNOWN_AFTER || bestIsBusy)
        .min(Comparator.comparingInt(this::tried).thenComparing(expert -> expert.id().id()));
  }

  // neighbouring ids have neighbouring hash codes: mixed as MurmurHash3 does in the end
  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  private int tried(Expert expert) {
    return standings.of(expert.id()).tried();
  }

  private boolean idle(Expert expert) {
    return load(expert).week() == 0;
  }

  private Load load(Expert expert) {
    return situation.loads().getOrDefault(expert.id(), Load.NONE);
  }

  private String reason(Expert expert) {
    String because = standings.of(expert.id()).because();
    return (because.isEmpty() ? "owns the topic" : because) + ", " + lately(load(expert));
  }

  static String lately(Load load) {
    return load.week() == 0 ? "not asked this week" : "asked " + load.week() + " times this week";
  }
}
