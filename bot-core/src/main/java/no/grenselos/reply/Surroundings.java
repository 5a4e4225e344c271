package no.grenselos.reply;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.memory.Kept;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;

/** What stands around a post: the thread before it, and what colleagues said there. */
final class Surroundings {
  /** As much of a thread as explains the post. */
  private static final int THREAD = 2;

  private Surroundings() {}

  /** The posts before this one, as far as they are known; the first of them first. */
  static List<Form.Field> thread(Books books, MentionLog.Logged logged, Phrases phrases) {
    List<Form.Field> before = new ArrayList<>();
    MentionId next = logged.mention().inReplyTo();
    while (next != null && before.size() < THREAD) {
      Optional<MentionLog.Logged> found = books.mentions().find(next);
      if (found.isEmpty()) break;
      before.addFirst(new Form.Field.Quote(Story.quote(found.get(), phrases)));
      next = found.get().mention().inReplyTo();
    }
    if (!before.isEmpty()) before.addFirst(new Form.Field.Words(phrases.say("form.thread")));
    return before;
  }

  /** Whether a colleague has it, or has answered here before. */
  static Optional<String> others(Visit visit, Target target, Phrases phrases) {
    String me = visit.colleague().id();
    if (target.ticket().state() instanceof TicketState.Claimed claimed
        && !claimed.by().id().equals(me)) {
      return Optional.of(phrases.say("form.taken", claimed.by().name()));
    }
    MentionId post = target.logged().mention().id();
    for (int i = 0; post != null && i <= THREAD; i++) {
      Optional<Kept> answer =
          visit.books().memory().answersTo(post).stream()
              .filter(kept -> !kept.by().id().equals(me))
              .findFirst();
      if (answer.isPresent()) {
        String when = Earlier.when(answer.get(), today(visit), phrases);
        return Optional.of(phrases.say("form.answered-before", answer.get().by().name(), when));
      }
      post = visit.books().mentions().find(post).map(l -> l.mention().inReplyTo()).orElse(null);
    }
    return Optional.empty();
  }

  /** Somebody else answered the same customer lately. */
  static Optional<String> told(Visit visit, Target target, Phrases phrases) {
    return Courtesy.toldLately(visit.books(), target.ticket(), visit.colleague(), visit.now())
        .stream()
        .findFirst()
        .map(told -> phrases.say("form.told", told.by().name(), told.ticket().id()));
  }

  static ZonedDateTime today(Visit visit) {
    return visit.now().atZone(visit.book().house().zone());
  }
}
