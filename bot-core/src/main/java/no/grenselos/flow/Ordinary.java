package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.store.Lessons;
import no.grenselos.work.Teaching;
import no.grenselos.work.Work;

/**
 * Keeps a sample of the posts that are nobody's, so that the topics' gate learns what ordinary
 * looks like here. Which ones hangs on their ids only, so every node and every repetition chooses
 * the same.
 */
final class Ordinary {
  /** One post in so many. */
  private static final int ONE_IN = 20;

  /** So many count at a time; the oldest gives way, as what is ordinary changes. */
  static final int IN_USE = 2_000;

  /**
   * So many an hour: on a busy stream one in twenty would turn the sample over in a day, and the
   * log would grow by what nobody did. Five make at most 44,000 a year.
   */
  static final int AN_HOUR = 5;

  private static final Colleague GRENSELOS = new Colleague(Work.GRENSELOS, Work.GRENSELOS);

  private Ordinary() {}

  /** Keeps the post when it falls into the sample. */
  static void sample(Work work, Mention mention) {
    if (mention.text().isBlank() || !chosen(mention)) return;
    Lesson lesson =
        new Lesson(
            Lesson.Kind.NOBODYS,
            mention.id(),
            null,
            null,
            null,
            Work.GRENSELOS,
            "",
            "sampled",
            null,
            work.now());
    work.teach(log -> !busy(log, work.now()) && log.add(lesson) && makeRoom(log, work.now()));
  }

  /** An edit made it somebody's. */
  static void notAfterAll(Work work, Mention mention) {
    if (mention.revision().isEmpty()) return;
    new Teaching(work, mention.id(), null, "edited:" + mention.revision())
        .takeBack(GRENSELOS, Lesson.Kind.NOBODYS);
  }

  /** The finalizer of MurmurHash3 (Appleby, public domain) spreads ids that count up. */
  static boolean chosen(Mention mention) {
    int hash = mention.id().toString().hashCode();
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return Integer.remainderUnsigned(hash ^ (hash >>> 16), ONE_IN) == 0;
  }

  private static boolean busy(Lessons log, Instant now) {
    List<Taught> fifth = log.newest(Lesson.Kind.NOBODYS, AN_HOUR - 1, 1);
    return !fifth.isEmpty()
        && fifth.getFirst().lesson().at().isAfter(now.minus(Duration.ofHours(1)));
  }

  private static boolean makeRoom(Lessons log, Instant now) {
    for (Taught old : log.newest(Lesson.Kind.NOBODYS, IN_USE, 10))
      log.takeBack(old.number(), Work.GRENSELOS, now);
    return true;
  }
}
