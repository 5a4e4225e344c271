package no.grenselos.feed.trouble;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of all runs of one network, on one line. */
final class Tally {
  private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
  private int runs;
  private int requests;
  private int repeats;
  private int posts;
  private int arrived;
  private int edits;
  private int deletes;
  private int missing;
  private int doubled;
  private int untold;

  void add(Verdict verdict, int asked, Arrivals arrivals, Mischief mischief) {
    runs++;
    requests += asked;
    repeats += arrivals.repeats();
    posts += verdict.posts();
    arrived += verdict.arrived();
    edits += verdict.edits();
    deletes += verdict.deletes();
    missing += verdict.missing().size();
    doubled += verdict.doubled().size();
    untold += verdict.untold().size();
    mischief.counts().forEach((kind, many) -> troubles.merge(kind, many, Integer::sum));
  }

  String line(String network) {
    String kinds =
        troubles.entrySet().stream()
            .map(kind ->
                kind.getKey().name().toLowerCase(java.util.Locale.ROOT) + " " + kind.getValue())
            .collect(Collectors.joining(", "));
    return "trouble %s: %d runs, %d posts, %d requests; %s; arrived %d, missing %d, doubled %d, repeated keys %d, edits %d, deletes %d, untold %d"
        .formatted(
            network, runs, posts, requests, kinds, arrived, missing, doubled, repeats, edits,
            deletes, untold);
  }
}
