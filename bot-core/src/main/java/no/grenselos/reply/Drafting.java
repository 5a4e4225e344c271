package no.grenselos.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Assistant;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Shortened;
import no.grenselos.memory.Suggestion;
import no.grenselos.memory.Suggestions;
import no.grenselos.mention.Network;
import no.grenselos.store.Books;
import no.grenselos.store.Drafts;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Equipment;
import no.grenselos.work.Phrases;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;

/**
 * Has the assistant draft an answer from what was said before. It takes seconds, so it is an
 * errand: asked outside of any transaction, told in the person's own messages when it is there.
 */
public final class Drafting {
  /** What the assistant may write, in UTF-16 units, where the network would take a book. */
  private static final int MOST = 1_000;

  private final Optional<Assistant> assistant;
  private final Earlier earlier;
  private final Counting counting;

  public Drafting(Equipment equipment) {
    this.assistant = equipment.aids().assistant();
    this.earlier = new Earlier(new Suggestions(equipment.aids().meanings()));
    this.counting = new Counting(equipment);
  }

  private record Asked(Assistant.Task task, Network network) {}

  /** Drafts, keeps the draft and ends the errand. */
  public void draft(Workroom room, Outbox.Entry entry, TicketId ticket, ChatUser who) {
    Colleague asker = room.rules().book().colleague(who.handle(), who.name());
    Optional<Asked> asked = room.read(books -> asked(books, ticket, asker));
    Assistant.Draft draft =
        asked.isPresent() && assistant.isPresent()
            ? assistant.get().draft(asked.get().task())
            : new Assistant.Draft.None("nothing to draft from");
    room.write(work -> {
      String phrase =
          switch (draft) {
            case Assistant.Draft.Drafted drafted ->
                keep(work, ticket, asker, drafted, asked.map(Asked::network).orElseThrow());
            case Assistant.Draft.None none -> {
              work.note(asker.id(), "draft.none", ticket, none.reason());
              yield "draft.none";
            }
          };
      Locale locale = work.localeOf(new Place.Direct(who.handle()));
      String text = Phrases.of("reply", locale).say(phrase, ticket);
      work.whisper(entry.errand().key() + ":" + entry.version(), who, null, text);
      return work.books().outbox().done(entry);
    });
  }

  private Optional<Asked> asked(Books books, TicketId ticket, Colleague asker) {
    return books
        .tickets()
        .find(ticket)
        .flatMap(found -> books.mentions().find(found.mention()))
        .filter(logged -> !logged.erased())
        .flatMap(logged -> asked(books, logged, asker));
  }

  private Optional<Asked> asked(Books books, MentionLog.Logged logged, Colleague asker) {
    List<Kept> sources =
        earlier.of(books, logged, asker.id()).stream()
            .map(Suggestion::kept)
            .limit(Assistant.Task.MOST_SOURCES)
            .toList();
    if (sources.isEmpty()) return Optional.empty();
    Network network = logged.mention().network();
    int most = Math.min(MOST, counting.room(network));
    return Optional.of(
        new Asked(
            new Assistant.Task(logged.mention().text(), logged.reading().language(), sources, most),
            network));
  }

  /** Returns what to say; a draft for a post that is gone meanwhile is not kept. */
  private String keep(
      Work work,
      TicketId ticket,
      Colleague asker,
      Assistant.Draft.Drafted drafted,
      Network network) {
    boolean gone =
        work.books()
            .tickets()
            .find(ticket)
            .flatMap(found -> work.books().mentions().find(found.mention()))
            .map(MentionLog.Logged::erased)
            .orElse(true);
    if (gone) return "form.gone";
    String text =
        switch (counting.fitted(drafted.text(), network, Locale.ROOT)) {
          case Shortened.Whole(String whole) -> whole;
          case Shortened.Cut(String cut, int left) -> cut;
          // a person shortens it; the form says by how much
          case Shortened.TooLong(String first, int length) -> first;
        };
    work.books()
        .drafts()
        .put(
            new Drafts.Draft(
                ticket,
                asker.id(),
                text,
                drafted.sources().stream().map(Kept::id).toList(),
                work.now()));
    work.note(asker.id(), "draft.made", ticket, "from " + drafted.sources().size());
    return "draft.made";
  }
}
