package no.grenselos.flow;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.Mention;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Phrases;
import no.grenselos.work.Teaching;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;

/** Takes an answer to its network, once, and tells the ticket how it went. */
final class Publishing {
  private final Workroom room;
  private final Later later;

  Publishing(Workroom room, Later later) {
    this.room = room;
    this.later = later;
  }

  /** How an errand is put off. */
  @FunctionalInterface
  interface Later {
    void later(Outbox.Entry entry, Duration wait, String reason, boolean unsure);
  }

  private record Outgoing(Answer answer, Mention to) {}

  void publish(Outbox.Entry entry, AnswerId id) {
    Optional<Outgoing> outgoing = outgoing(id);
    Optional<Publisher> publisher = outgoing.flatMap(o -> room.publisher(o.to().network()));
    if (outgoing.isEmpty()) {
      room.write(work -> work.books().outbox().done(entry));
    } else if (publisher.isEmpty()) {
      failed(
          entry,
          outgoing.get().answer(),
          "no feed that publishes on " + outgoing.get().to().network());
    } else {
      send(entry, outgoing.get(), publisher.get());
    }
  }

  /**
   * Empty when the answer is no longer wanted: the ticket went on without it, or the post is gone.
   */
  private Optional<Outgoing> outgoing(AnswerId id) {
    return room.read(books ->
        books
            .answers()
            .find(id)
            .flatMap(answer ->
                books
                    .tickets()
                    .find(answer.ticket())
                    .filter(ticket -> awaits(ticket, id))
                    .flatMap(ticket -> books.mentions().find(ticket.mention()))
                    .filter(logged -> !logged.erased())
                    .map(MentionLog.Logged::mention)
                    .map(mention -> new Outgoing(answer, mention))));
  }

  private static boolean awaits(Ticket ticket, AnswerId id) {
    return ticket.state() instanceof TicketState.Drafted drafted && drafted.answer().equals(id);
  }

  private void send(Outbox.Entry entry, Outgoing outgoing, Publisher publisher) {
    Answer answer = outgoing.answer();
    // ids begin anew with a new database; the moment keeps keys apart that a network remembers
    String key = "grenselos-" + answer.id() + "-" + answer.writtenAt().toEpochMilli();
    switch (publisher.publish(new Reply(key, outgoing.to(), answer.text()))) {
      case Publication.Published published -> published(entry, answer, published);
      case Publication.Wait wait -> later.later(entry, wait.time(), wait.reason(), false);
      case Publication.Unsure unsure ->
          later.later(
              entry, longer(Courier.backoff(entry), unsure.settles()), unsure.reason(), true);
      case Publication.Refused refused -> failed(entry, answer, refused.reason());
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void published(Outbox.Entry entry, Answer answer, Publication.Published out) {
    URI link = out.link();
    room.write(work -> {
      work.books().answers().published(answer.id(), link);
      Ticket ticket = move(work, answer, new Move.Publish(answer.id(), link, work.now()));
      work.books().thanks().posted(answer.ticket(), out.id());
      work.note(answer.by().id(), "answer.published", answer.ticket(), link.toString());
      Teaching.of(work, ticket, "published:" + answer.id())
          .taught(Lesson.Kind.ANSWERED, answer.by(), "");
      work.refresh(answer.ticket());
      return work.books().outbox().done(entry);
    });
  }

  private void failed(Outbox.Entry entry, Answer answer, String reason) {
    room.write(work -> {
      move(work, answer, new Move.FailToPublish(answer.id(), work.now()));
      work.note(answer.by().id(), "answer.refused", answer.ticket(), reason);
      work.refresh(answer.ticket());
      tellAuthor(work, answer, reason);
      return work.books().outbox().done(entry);
    });
  }

  /** Returns the ticket as it was before. */
  private static Ticket move(Work work, Answer answer, Move move) {
    Ticket ticket = work.books().tickets().find(answer.ticket()).orElseThrow();
    if (Moves.apply(ticket.state(), move) instanceof Outcome.Moved moved) {
      work.save(ticket, moved.state(), null);
    }
    return ticket;
  }

  /** In the author's own card; a queue's card shows by itself that the answer is not out. */
  private static void tellAuthor(Work work, Answer answer, String reason) {
    for (Placement card : work.books().placements().of(answer.ticket())) {
      if (!(card.place() instanceof Place.Direct direct)) continue;
      if (!work.book().colleague(direct.to(), "").id().equals(answer.by().id())) continue;
      String text = Phrases.of("work", card.locale()).say("whisper.publish-failed", reason);
      work.whisper("failed-" + answer.id(), new ChatUser(direct.to(), ""), card, text);
    }
  }
}
