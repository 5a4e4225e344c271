package no.grenselos.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Adds up what one expert did, for one post. */
final class Tally {
  private final Instant now;
  private final Map<Did.Kind, Integer> alikeDeeds = new EnumMap<>(Did.Kind.class);
  private Instant firstAlike = Instant.MAX;
  private Instant lastAlike = Instant.MIN;
  private double mass;
  private int tried;

  Tally(Instant now) {
    this.now = now;
  }

  /**
   * @param fresh 1 for now, towards 0 with age
   * @param alike as {@link Alikeness} says
   */
  void add(Did did, double fresh, double alike) {
    tried++;
    // "not mine" says nothing of posts that have nothing to do with this one
    double counts = did.kind().weight() < 0 ? Math.max(0, alike - 1) : alike;
    mass += did.kind().weight() * fresh * counts;
    if (alike < Affinity.ALIKE || fresh == 0) return;
    alikeDeeds.merge(did.kind(), 1, Integer::sum);
    if (did.kind() != Did.Kind.ANSWERED) return;
    if (did.at().isBefore(firstAlike)) firstAlike = did.at();
    if (did.at().isAfter(lastAlike)) lastAlike = did.at();
  }

  Standing standing() {
    return new Standing(mass, tried, because());
  }

  private String because() {
    String passed = alike(Did.Kind.PASSED) == 0 ? "" : "passed on " + alike(Did.Kind.PASSED);
    String known = speaksFor();
    if (known.isEmpty()) return passed.isEmpty() ? "" : passed + " like this";
    return passed.isEmpty() ? known : known + ", " + passed;
  }

  private String speaksFor() {
    if (alike(Did.Kind.ANSWERED) > 0) {
      String when = month(firstAlike).equals(month(lastAlike)) ? " in " : ", the last in ";
      return "answered " + alike(Did.Kind.ANSWERED) + " like this" + when + month(lastAlike);
    }
    if (alike(Did.Kind.NAMED_BY_OTHER) > 0) return "a colleague named them for one like this";
    int took = alike(Did.Kind.CLAIMED);
    return took == 0 ? "" : "took " + took + " like this";
  }

  private int alike(Did.Kind kind) {
    return alikeDeeds.getOrDefault(kind, 0);
  }

  /** March, or March 2025 when that was another year. */
  private String month(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    String name = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    boolean thisYear = day.getYear() == LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
    return thisYear ? name : name + " " + day.getYear();
  }
}
