package no.grenselos.work;

import java.util.List;
import java.util.Objects;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Lessons;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What one cause teaches about one post; kept at the end of the transaction. A lesson already in
 * force is not given twice, and an erased post teaches nothing.
 */
public record Teaching(Work work, MentionId mention, @Nullable TopicId topic, String cause) {
  public static Teaching of(Work work, Ticket ticket, String cause) {
    return new Teaching(work, ticket.mention(), ticket.topic(), cause);
  }

  public Teaching on(TopicId other) {
    return new Teaching(work, mention, other, cause);
  }

  /**
   * @param reason cut to what a lesson may hold
   */
  public void taught(Lesson.Kind kind, Colleague who, String reason) {
    String cut = reason.substring(0, Math.min(reason.length(), Lesson.MAX_REASON));
    teach(lesson(kind, expert(who), null, who.id(), cut));
  }

  /** Took the post after all: an earlier "not mine" or silence means nothing any more. */
  public void taken(Colleague who) {
    takeBack(who, Lesson.Kind.PASSED, Lesson.Kind.LAPSED);
    taught(Lesson.Kind.CLAIMED, who, "");
  }

  public void lapsed(ExpertId silent) {
    teach(lesson(Lesson.Kind.LAPSED, silent, null, Work.GRENSELOS, ""));
  }

  /** Says that somebody else knows this; nothing when that is nobody registered, or themselves. */
  public void named(Colleague who, Handle better) {
    work.book()
        .expert(better)
        .map(Expert::id)
        .filter(id -> !id.id().equals(who.id()))
        .ifPresent(id -> teach(lesson(Lesson.Kind.NAMED, expert(who), id, who.id(), "")));
  }

  public void handedOver(Colleague who, Colleague receiver) {
    if (who.is(receiver)) {
      taken(who);
      return;
    }
    takeBack(who, Lesson.Kind.CLAIMED);
    ExpertId better = expert(receiver);
    if (better != null) teach(lesson(Lesson.Kind.NAMED, expert(who), better, who.id(), ""));
  }

  /** What they taught about this post by such deeds does not count any more. */
  public void takeBack(Colleague who, Lesson.Kind... kinds) {
    List<Lesson.Kind> undone = List.of(kinds);
    work.teach(log -> {
      boolean any = false;
      for (Taught taught : log.about(mention)) {
        Lesson lesson = taught.lesson();
        if (undone.contains(lesson.kind()) && by(who, lesson) && onSameTopic(lesson))
          any |= log.takeBack(taught.number(), who.id(), work.now());
      }
      return any;
    });
  }

  private static boolean by(Colleague who, Lesson lesson) {
    ExpertId silent = lesson.kind() == Lesson.Kind.LAPSED ? lesson.expert() : null;
    return lesson.who().equals(who.id()) || (silent != null && silent.id().equals(who.id()));
  }

  private boolean onSameTopic(Lesson lesson) {
    return Objects.equals(lesson.topic(), topic);
  }

  private void teach(Lesson lesson) {
    if (!erased()) work.teach(log -> !inForce(log, lesson) && log.add(lesson));
  }

  public boolean erased() {
    return work.books().mentions().find(mention).map(MentionLog.Logged::erased).orElse(false);
  }

  private static boolean inForce(Lessons log, Lesson lesson) {
    return log.about(lesson.mention()).stream()
        .map(Taught::lesson)
        .anyMatch(other ->
            other.kind() == lesson.kind()
                && other.who().equals(lesson.who())
                && Objects.equals(other.topic(), lesson.topic())
                && Objects.equals(other.expert(), lesson.expert())
                && Objects.equals(other.named(), lesson.named()));
  }

  private Lesson lesson(
      Lesson.Kind kind,
      @Nullable ExpertId expert,
      @Nullable ExpertId named,
      String who,
      String reason) {
    return new Lesson(kind, mention, topic, expert, named, who, reason, cause, null, work.now());
  }

  private @Nullable ExpertId expert(Colleague who) {
    return work.book().expert(new ExpertId(who.id())).map(Expert::id).orElse(null);
  }
}
