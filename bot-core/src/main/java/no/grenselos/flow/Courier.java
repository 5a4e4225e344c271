package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Sighting;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;

/**
 * What goes out: carries out one errand of the outbox at a time per place. A card is written when
 * it is sent, from the ticket as it is then; so ten changes while a house was down become one edit.
 */
final class Courier {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

  private final Workroom room;
  private final Asking asking;
  private final Publishing publishing;
  private final Map<String, ChatPort> houses;

  Courier(Workroom room, Asking asking, List<ChatPort> houses) {
    this.room = room;
    this.asking = asking;
    this.publishing = new Publishing(room, this::later);
    this.houses =
        houses.stream().collect(Collectors.toUnmodifiableMap(ChatPort::house, Function.identity()));
  }

  void carryOut(Outbox.Entry entry) {
    switch (entry.errand()) {
      case Errand.Show show -> show(entry, show);
      case Errand.Publish publish -> publishing.publish(entry, publish.answer());
      case Errand.Whisper whisper -> whisper(entry, whisper);
    }
  }

  private void show(Outbox.Entry entry, Errand.Show show) {
    Optional<Story> story =
        room.read(books ->
            books
                .placements()
                .find(show.card())
                .flatMap(card -> Story.of(books, room.rules().book(), card)));
    if (story.isEmpty()) {
      done(entry);
      return;
    }
    Placement card = story.get().card();
    ChatPort house = houses.get(card.place().house());
    if (house == null) {
      park(
          entry,
          "no chat house \"" + card.place().house() + "\" is connected; configure it under chats:");
      return;
    }
    Card content = CardWriter.write(story.get(), room.rules().book());
    if (card.message() != null)
      edited(entry, card, house.update(card.message(), card.id(), content));
    else post(entry, story.get(), house, content);
  }

  private void post(Outbox.Entry entry, Story story, ChatPort house, Card content) {
    Placement card = story.card();
    if (entry.unsure()) {
      switch (house.find(card.place(), card.id(), card.madeAt())) {
        case Sighting.Seen seen -> {
          placed(entry, story, seen.ref(), false);
          return;
        }
        case Sighting.Unknown unknown -> {
          later(entry, backoff(entry), unknown.reason(), true);
          return;
        }
        case Sighting.NotThere notThere -> {}
      }
    }
    if (story.overtaken()) {
      done(entry);
      return;
    }
    switch (house.post(card.place(), card.id(), content)) {
      case Delivery.Delivered delivered -> placed(entry, story, delivered.ref(), true);
      case Delivery.RetryAfter retry -> later(entry, retry.time(), retry.reason(), false);
      case Delivery.Unsure unsure -> later(entry, backoff(entry), unsure.reason(), true);
      case Delivery.Gone gone -> unreachable(entry, story, gone.reason());
      case Delivery.Refused refused ->
          unreachable(entry, story, refused.reason() + "; " + refused.whatToDo());
    }
  }

  private void edited(Outbox.Entry entry, Placement card, Delivery delivery) {
    switch (delivery) {
      case Delivery.Delivered delivered -> done(entry);
      case Delivery.RetryAfter retry -> later(entry, retry.time(), retry.reason(), false);
      // editing twice shows the same card: no harm in trying again
      case Delivery.Unsure unsure -> later(entry, backoff(entry), unsure.reason(), true);
      case Delivery.Gone gone ->
          room.write(work -> {
            work.books().placements().lost(card.id());
            work.note(Work.GRENSELOS, "card.lost", card.ticket(), gone.reason());
            return work.books().outbox().done(entry);
          });
      case Delivery.Refused refused -> park(entry, refused.reason() + "; " + refused.whatToDo());
    }
  }

  /**
   * The card stands.
   *
   * @param current whether it shows the ticket as it is; a card found again may be old, and is
   *     edited once more
   */
  private void placed(Outbox.Entry entry, Story story, MessageRef ref, boolean current) {
    Placement card = story.card();
    room.write(work -> {
      work.books().placements().placed(card.id(), ref);
      Instant received = story.logged().receivedAt();
      String after = Duration.between(received, work.now()).toMillis() + "ms";
      work.note(
          Work.GRENSELOS,
          card.role() == Placement.Role.NUDGE ? "nudge.delivered" : "card.delivered",
          card.ticket(),
          card.place() + " after=" + after);
      if (!current) work.show(card);
      asking.arrived(work, card);
      return work.books().outbox().done(entry);
    });
  }

  /**
   * The place cannot be reached: the admin sees why, and an offer there ends so that somebody else
   * is asked.
   */
  private void unreachable(Outbox.Entry entry, Story story, String reason) {
    room.write(work -> {
      work.note(
          Work.GRENSELOS,
          "card.refused",
          story.ticket().id(),
          story.card().place() + ": " + reason);
      asking.unreachable(work, story.card());
      return work.books().outbox().park(entry, reason);
    });
  }

  private void whisper(Outbox.Entry entry, Errand.Whisper whisper) {
    ChatPort house = houses.get(whisper.beside().house());
    Delivery delivery =
        house == null
            ? new Delivery.Gone("house is not connected")
            : house.whisper(whisper.to(), whisper.beside(), whisper.text());
    switch (delivery) {
      case Delivery.RetryAfter retry when entry.attempts() < 5 ->
          later(entry, retry.time(), retry.reason(), false);
      case Delivery.RetryAfter retry -> done(entry);
      case Delivery.Delivered delivered -> done(entry);
      case Delivery.Unsure unsure -> done(entry);
      case Delivery.Gone gone -> done(entry);
      case Delivery.Refused refused -> done(entry);
    }
  }

  private void done(Outbox.Entry entry) {
    boolean unused = room.write(work -> work.books().outbox().done(entry));
  }

  private void park(Outbox.Entry entry, String reason) {
    room.write(work -> {
      work.tell("errand.parked", null, entry.errand().key() + ": " + reason);
      return work.books().outbox().park(entry, reason);
    });
  }

  private void later(Outbox.Entry entry, Duration wait, String reason, boolean unsure) {
    room.write(work -> {
      work.tell("errand.delayed", null, entry.errand().key() + " " + wait + ": " + reason);
      return work.books().outbox().again(entry, work.now().plus(wait), reason, unsure);
    });
  }

  static Duration backoff(Outbox.Entry entry) {
    return BACKOFF.after(entry.attempts());
  }
}
