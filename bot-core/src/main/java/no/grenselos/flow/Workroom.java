package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.feed.Publisher;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.Network;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;

/** What the flows share: the store, the rules in force, the clock, and who is told afterwards. */
final class Workroom {
  private static final int TRIES = 8;

  private final Equipment equipment;
  private final Signals signals = new Signals();

  Workroom(Equipment equipment) {
    this.equipment = equipment;
  }

  /**
   * One transaction, done again from the start when somebody changed the same ticket meanwhile;
   * when it is kept, the journal is told and the loops that got work are woken.
   */
  <T> T write(Function<Work, T> job) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writeOnce(job);
      } catch (Work.Overtaken e) {
        if (attempt == TRIES) throw e;
      }
    }
  }

  private <T> T writeOnce(Function<Work, T> job) {
    Rules inForce = rules();
    Instant now = now();
    Work[] last = new Work[1];
    T result =
        equipment
            .store()
            .write(books -> {
              Work work = new Work(books, inForce, now);
              last[0] = work;
              T done = job.apply(work);
              work.keepLessons();
              return done;
            });
    if (last[0].putErrands()) signals.errands.raise();
    if (last[0].taught()) signals.lessons.raise();
    last[0].notes().forEach(equipment.journal()::note);
    return result;
  }

  <T> T read(Function<Books, T> job) {
    return equipment.store().read(job);
  }

  Rules rules() {
    return equipment.rules().get();
  }

  Instant now() {
    return equipment.clock().instant();
  }

  /** Tells the journal of something that is not kept. */
  void tell(String what, String detail) {
    equipment.journal().note(new AuditLog.Entry(now(), Work.GRENSELOS, what, null, detail));
  }

  /** Where channels are that the rule book names. */
  String channelHouse() {
    return equipment.channelHouse();
  }

  Duration lease() {
    return equipment.lease();
  }

  Optional<Publisher> publisher(Network network) {
    return equipment.publishers().stream().filter(p -> p.network().equals(network)).findFirst();
  }

  Pupil pupil() {
    return equipment.pupil();
  }

  Signals signals() {
    return signals;
  }
}
