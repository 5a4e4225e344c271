package no.grenselos.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.insight.Counting;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.Inbox;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Erasure;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what came in: each mention is kept with what was read and decided, and its ticket
 * opened with everything that follows from it, in one transaction.
 */
final class Intake {
  private final Workroom room;
  private final Asking asking;

  Intake(Workroom room, Asking asking) {
    this.room = room;
    this.asking = asking;
  }

  /** Works on one stored event; when it throws, nothing of it was kept. */
  void handle(Inbox.Entry<MentionEvent> entry) {
    switch (entry.event()) {
      case MentionEvent.Posted posted -> seen(entry);
      case MentionEvent.Edited edited -> seen(entry);
      case MentionEvent.Liked like -> liked(entry, like);
      case MentionEvent.Deleted deleted -> deleted(entry, deleted);
    }
  }

  private void seen(Inbox.Entry<MentionEvent> entry) {
    Sifted.all(List.of(entry), room).forEach(this::keep);
  }

  /** Keeps what was read, and what follows from it. */
  void keep(Sifted post) {
    keep(List.of(post));
  }

  /** Keeps them in one transaction: all of them, or none when it throws. */
  void keep(List<Sifted> posts) {
    room.write(work -> {
      Precedence.hold(work, posts);
      posts.forEach(post -> kept(work, post));
      return true;
    });
  }

  private boolean kept(Work work, Sifted post) {
    if (post.decision() instanceof Decision.Hold hold) return hold(work, post.entry(), hold);
    if (Precedence.waits(work, post.entry(), post.mention())) return true;
    if (!work.books().mentionInbox().done(post.entry())) throw new LeaseLost();
    keep(work, post.entry(), post.mention(), post.reading(), post.decision());
    return true;
  }

  private static boolean hold(Work work, Inbox.Entry<MentionEvent> entry, Decision.Hold hold) {
    work.tell("mention.held", null, entry.key() + " until " + hold.until() + ": " + hold.reason());
    return work.books().mentionInbox().again(entry, hold.until(), hold.reason());
  }

  private void keep(
      Work work,
      Inbox.Entry<MentionEvent> entry,
      Mention mention,
      Reading reading,
      Decision decision) {
    if (!work.books().mentions().add(mention, reading, decision, entry.receivedAt())) {
      Optional<MentionLog.Logged> before = work.books().mentions().find(mention.id());
      if (before.filter(MentionLog.Logged::erased).isEmpty())
        work.tell("mention.repeated", null, entry.key());
      return;
    }
    if (mention.kind() == MentionKind.RESHARE && mention.reshareOf() != null) {
      reshared(work, mention);
      return;
    }
    MentionLog.Logged post =
        new MentionLog.Logged(mention, reading, decision, entry.receivedAt(), false);
    Counting.came(work, post);
    Optional<Ticket> ticket =
        work.books()
            .tickets()
            .of(mention.id())
            .or(() ->
                work.books().care().followed(mention.id()).flatMap(work.books().tickets()::find));
    if (ticket.isPresent()) {
      work.note(Work.GRENSELOS, "mention.edited", ticket.get().id(), mention.id().toString());
      work.refresh(ticket.get().id());
    } else {
      if (!room.features().received(work, post)) follow(work, mention, decision);
    }
  }

  private static void reshared(Work work, Mention mention) {
    if (mention.reshareOf() == null) return;
    if (!work.books().mentions().addReshare(mention.reshareOf(), mention.id(), work.now())) return;
    work.tell("mention.reshared", null, mention.id() + " of " + mention.reshareOf());
    work.books().tickets().of(mention.reshareOf()).ifPresent(ticket -> work.refresh(ticket.id()));
  }

  private void follow(Work work, Mention mention, Decision decision) {
    switch (decision) {
      case Decision.Ask ask -> open(work, mention, Lane.EXPERT, ask.topic(), ask.terms(), ask);
      case Decision.Queue queue -> open(work, mention, Lane.CARE, null, queue.terms(), queue);
      case Decision.Both both -> open(work, mention, Lane.BOTH, both.topic(), both.terms(), both);
      case Decision.Drop drop -> {
        work.tell("mention.dropped", null, mention.id() + ": " + drop.reason());
        if (drop.nobodys()) Ordinary.sample(work, mention);
      }
      case Decision.Hold hold -> throw new IllegalStateException("a held mention is not followed");
    }
  }

  private void open(
      Work work,
      Mention mention,
      Lane lane,
      @Nullable TopicId topic,
      Terms terms,
      Decision decision) {
    Instant promised = Courtesy.promised(work, terms, work.book().teamOf(terms.channel()));
    Optional<Ticket> opened =
        work.open(
            new Ticket.Draft(
                mention.id(), lane, topic, terms, decision.because(), work.now(), promised, null));
    if (opened.isEmpty()) return;
    Ordinary.notAfterAll(work, mention);
    Ticket ticket = opened.get();
    work.note(
        Work.GRENSELOS,
        "ticket.opened",
        ticket.id(),
        mention.id()
            + " by "
            + String.join(" + ", decision.because().routes())
            + (topic == null ? "" : ", topic " + topic));
    if (lane != Lane.EXPERT) asking.queue(work, ticket);
    if (lane != Lane.CARE) asking.next(work, ticket);
  }

  private void liked(Inbox.Entry<MentionEvent> entry, MentionEvent.Liked like) {
    room.write(work -> {
      if (!work.books().mentionInbox().done(entry)) throw new LeaseLost();
      room.features().liked(work, like);
      return true;
    });
  }

  private void deleted(Inbox.Entry<MentionEvent> entry, MentionEvent.Deleted event) {
    room.write(work -> {
      if (!work.books().mentionInbox().done(entry)) throw new LeaseLost();
      Erasure.of(work, event.id(), Erasure.Cause.DELETED_OUTSIDE);
      work.tell("mention.deleted", null, event.id().toString());
      return true;
    });
  }
}
