package no.grenselos.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.bring.Became;
import no.grenselos.bring.PastedLink;
import no.grenselos.chat.ChatUser;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Errand;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what people bring, hands it to the same inbox as what feeds bring, and tells them what
 * became of it once it was gone about. Doing it twice does no harm: the inbox takes each event
 * once, and each whisper has its cause.
 */
final class BringErrands {
  /** With waits that double from a second, about half a minute. */
  private static final int TRIES = 6;

  /** With waits that double from a second, some minutes; what is not gone about then is held. */
  private static final int LOOKS = 9;

  /** Whoever brought it has gone on to other things then. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Workroom room;
  private final Publishing.Later later;

  BringErrands(Workroom room, Publishing.Later later) {
    this.room = room;
    this.later = later;
  }

  void lookUp(Outbox.Entry entry, Errand.LookUp look) {
    Optional<PostLookup> lookup = room.equipment().outside().lookup(look.link());
    if (lookup.isEmpty()) {
      end(entry, look, Became::nobodyReads);
      return;
    }
    switch (lookup.get().find(look.link())) {
      case PostLookup.Seen seen -> seen(entry, look, seen);
      case Fetch.Wait wait -> wait(entry, look, wait);
      case Fetch.Failed failed when entry.attempts() < TRIES ->
          later.later(entry, Courier.backoff(entry), failed.reason(), false);
      case Fetch.Failed failed -> end(entry, look, became -> became.failed(failed.reason()));
      case Fetch.Refused refused ->
          end(entry, look, became -> became.refused(refused.reason(), refused.whatToDo()));
    }
  }

  private void wait(Outbox.Entry entry, Errand.LookUp look, Fetch.Wait wait) {
    if (entry.attempts() >= TRIES || wait.time().compareTo(LONGEST_WAIT) > 0) {
      end(entry, look, became -> became.failed(wait.reason()));
      return;
    }
    if (entry.attempts() == 1) {
      room.write(work -> {
        String text = Became.of(work, look.who(), link(look)).again(wait.time());
        work.whisper("brought-wait:" + look.cause(), look.who(), null, text);
        return true;
      });
    }
    later.later(entry, wait.time(), wait.reason(), false);
  }

  private void end(Outbox.Entry entry, Errand.LookUp look, Function<Became, String> told) {
    room.write(work -> {
      if (!work.books().outbox().done(entry)) return false;
      return tell(work, look, told);
    });
  }

  private static boolean tell(Work work, Errand.LookUp look, Function<Became, String> told) {
    String text = told.apply(Became.of(work, look.who(), link(look)));
    work.whisper("brought:" + look.cause(), look.who(), null, text);
    return true;
  }

  private static PastedLink link(Errand.LookUp look) {
    return new PastedLink(look.link());
  }

  private void seen(Outbox.Entry entry, Errand.LookUp look, PostLookup.Seen seen) {
    Optional<Mention> post = post(seen.events());
    boolean unused =
        room.write(work -> {
          if (!work.books().outbox().done(entry)) return false;
          return post.map(found -> found(work, look, found, seen))
              .orElseGet(() -> notFound(work, look, seen));
        });
    if (!seen.events().isEmpty()) room.signals().mentions().raise();
  }

  private static Optional<Mention> post(List<MentionEvent> events) {
    return events.stream().flatMap(event -> mention(event).stream()).findFirst();
  }

  private static Optional<Mention> mention(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> Optional.of(posted.mention());
      case MentionEvent.Edited edited -> Optional.of(edited.mention());
      case MentionEvent.Liked liked -> Optional.empty();
      case MentionEvent.Deleted deleted -> Optional.empty();
    };
  }

  private static boolean found(Work work, Errand.LookUp look, Mention post, PostLookup.Seen seen) {
    if (Became.isOurs(work.books(), work.book(), post)) return tell(work, look, Became::ours);
    Optional<MentionLog.Logged> before = work.books().mentions().find(post.id());
    seen.events().forEach(event -> Incoming.add(work, event));
    if (before.isPresent()) {
      note(work, look.who(), before.get());
      return tell(work, look, became -> became.before(work.books(), before.get()));
    }
    work.put(
        new Errand.TellBringer(look.cause(), look.who(), look.link(), post.id()),
        "tell-bringer:" + look.cause());
    return true;
  }

  private static boolean notFound(Work work, Errand.LookUp look, PostLookup.Seen seen) {
    List<MentionEvent.Deleted> gone =
        seen.events().stream()
            .filter(MentionEvent.Deleted.class::isInstance)
            .map(MentionEvent.Deleted.class::cast)
            .toList();
    // one that we never saw may come back under the same address: then it is to be taken in
    gone.stream()
        .filter(event -> work.books().mentions().find(event.id()).isPresent())
        .forEach(event -> Incoming.add(work, event));
    if (!gone.isEmpty()) return tell(work, look, Became::gone);
    Optional<Skipped> unusable = seen.skipped().stream().findFirst();
    return tell(
        work,
        look,
        became -> unusable.map(item -> became.unusable(item.reason())).orElseGet(became::noSuch));
  }

  /** Tells of a post that came in, when it was gone about. */
  void tell(Outbox.Entry entry, Errand.TellBringer tell) {
    room.write(work -> {
      Optional<MentionLog.Logged> post = work.books().mentions().find(tell.post());
      if (post.isEmpty() && entry.attempts() < LOOKS) {
        Duration wait = Courier.backoff(entry);
        return work.books().outbox().again(entry, work.now().plus(wait), "not read yet", false);
      }
      if (!work.books().outbox().done(entry)) return false;
      post.ifPresent(logged -> note(work, tell.who(), logged));
      Became became = Became.of(work, tell.who(), new PastedLink(tell.link()));
      String text = post.map(logged -> became.now(work.books(), logged)).orElseGet(became::waits);
      work.whisper("brought:" + tell.cause(), tell.who(), null, text);
      return true;
    });
  }

  /** Keeps who brought it, with the post's ticket where it has one. */
  private static void note(Work work, ChatUser who, MentionLog.Logged post) {
    @Nullable TicketId ticket =
        work.books().tickets().of(post.mention().id()).map(Ticket::id).orElse(null);
    String by = work.book().colleague(who.handle(), who.name()).id();
    work.note(by, "post.brought", ticket, post.mention().id().toString());
  }
}
