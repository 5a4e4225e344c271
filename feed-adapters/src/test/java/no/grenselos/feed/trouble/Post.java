package no.grenselos.feed.trouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post as it is on its network by now.
 *
 * @param number from 1, in the order of writing
 * @param at when it was written
 * @param shown from when on the network lists it
 * @param edits when its words were changed, oldest first
 * @param gone when it was taken away
 * @param answers number of the post that it answers; 0 for none
 */
record Post(
    int number,
    Instant at,
    Instant shown,
    List<Instant> edits,
    Optional<Instant> gone,
    int answers) {
  Post {
    edits = List.copyOf(edits);
  }

  static Post written(int number, Instant at, Instant shown, int answers) {
    return new Post(number, at, shown, List.of(), Optional.empty(), answers);
  }

  Post edited(Instant when) {
    List<Instant> more = new ArrayList<>(edits);
    more.add(when);
    return new Post(number, at, shown, more, gone, answers);
  }

  Post deleted(Instant when) {
    return new Post(number, at, shown, edits, Optional.of(when), answers);
  }

  /** When something happened to it the last time. */
  Instant touched() {
    return Stream.of(Optional.of(shown), lastEdit(), gone)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** As it was then. */
  Post asOf(Instant then) {
    List<Instant> past = edits.stream().filter(edit -> !edit.isAfter(then)).toList();
    return new Post(number, at, shown, past, gone.filter(when -> !when.isAfter(then)), answers);
  }

  /** How often its words were changed. */
  int version() {
    return edits.size();
  }

  /** Words that tell which post and which version of it they are; {@link Words} reads them. */
  String words() {
    return words(version());
  }

  String words(int version) {
    return "Kald stue hos lyngheia, nr" + number + "v" + version + "e, og ingen svarer.";
  }

  boolean isShown(Instant now) {
    return gone.isEmpty() && !shown.isAfter(now);
  }

  Optional<Instant> lastEdit() {
    return edits.isEmpty() ? Optional.empty() : Optional.of(edits.getLast());
  }
}
