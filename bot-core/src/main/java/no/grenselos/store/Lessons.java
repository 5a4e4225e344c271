package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;

/**
 * The log of lessons; only ever added to. Numbers go up in the order in which lessons become
 * visible: whoever has read up to a number finds nothing new below it later, on any node. The first
 * lesson of a transaction therefore makes others' lessons wait for its end; add them last.
 */
public interface Lessons {
  /** False when there is one with the same kind, mention, who, topic and cause already. */
  boolean add(Lesson lesson);

  /**
   * Takes a lesson back, by adding one that says so. False when there is no such lesson, it is not
   * in force any more, or it is one that cannot be taken back.
   */
  boolean takeBack(long number, String who, Instant at);

  /**
   * Forgets what was taught about an erased mention: none of it is in force any more, its reasons
   * are taken away, and one lesson says so. False, and nothing is added, when there was nothing.
   */
  boolean forget(MentionId mention, String who, Instant at);

  /** Those after that number, lowest first. */
  List<Taught> after(long number, int most);

  /** Highest number first. */
  List<Taught> latest(int most);

  Optional<Taught> find(long number);

  /** Those on the mention that are in force, lowest first. */
  List<Taught> about(MentionId mention);

  /** Those of the kind that are in force, highest first, without the {@code skip} highest. */
  List<Taught> newest(Lesson.Kind kind, int skip, int most);

  /** How many of each kind, in force or not; kinds without any are left out. */
  Map<Lesson.Kind, Long> counts();
}
