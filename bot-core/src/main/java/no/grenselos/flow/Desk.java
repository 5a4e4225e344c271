package no.grenselos.flow;

import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.ticket.Ticket;

/**
 * What people do: stores each event once and answers at once; then works on it, in one transaction
 * with all that follows.
 */
public final class Desk implements ChatListener {
  private final Workroom room;
  private final Forms forms;
  private final Actions actions;

  public Desk(Equipment equipment) {
    this.room = new Workroom(equipment);
    this.actions = new Actions(new Asking(equipment.channelHouse()));
    this.forms = new Forms(room);
  }

  @Override
  public void happened(ChatEvent event) {
    boolean fresh =
        room.write(work ->
            work.books()
                .chatInbox()
                .add(event.id(), event.who().handle().toString(), event, work.now()));
    if (fresh) room.signals().actions.raise();
  }

  @Override
  public Optional<Form> open(FormKind kind, ChatEvent.On on, ChatUser who) {
    return forms.open(kind, on, who);
  }

  @Override
  public Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, PlacementId card, Map<String, String> values) {
    Forms.Submission submission = forms.read(kind, card, who, values);
    if (submission.action().isPresent()) {
      ChatEvent.On on = new ChatEvent.On.Card(card);
      happened(new ChatEvent(eventId, who, on, submission.action().get(), room.now()));
    }
    return submission.errors();
  }

  /** Works on one stored event; when it throws, nothing of it was kept. */
  void handle(Inbox.Entry<ChatEvent> entry) {
    room.write(work -> act(work, entry));
  }

  private boolean act(Work work, Inbox.Entry<ChatEvent> entry) {
    if (!work.books().chatInbox().done(entry)) throw new Intake.LeaseLost();
    ChatEvent event = entry.event();
    Optional<Placement> card = card(work.books(), event.on());
    Optional<Ticket> ticket = card.flatMap(c -> work.books().tickets().find(c.ticket()));
    if (card.isEmpty() || ticket.isEmpty()) {
      work.tell("action.ignored", null, event.id() + ": no such card");
      return false;
    }
    Colleague who = work.book().colleague(event.who().handle(), event.who().name());
    actions.act(new Deed(work, event, who, card.get(), ticket.get()));
    return true;
  }

  static Optional<Placement> card(Books books, ChatEvent.On on) {
    return switch (on) {
      case ChatEvent.On.Card byId -> books.placements().find(byId.id());
      case ChatEvent.On.Message byRef -> books.placements().at(byRef.ref());
    };
  }

  Workroom room() {
    return room;
  }
}
