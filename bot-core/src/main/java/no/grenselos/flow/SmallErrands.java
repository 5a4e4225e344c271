package no.grenselos.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Page;
import no.grenselos.chat.Placement;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;
import no.grenselos.work.Workroom;

/**
 * Errands that are nice to have done: tried a few times, then let go. Nothing else waits for them,
 * and doing them twice does no harm.
 */
final class SmallErrands {
  private static final int TRIES = 5;

  private final Workroom room;
  private final Map<String, ChatPort> houses;
  private final Publishing.Later later;

  SmallErrands(Workroom room, Map<String, ChatPort> houses, Publishing.Later later) {
    this.room = room;
    this.houses = houses;
    this.later = later;
  }

  void whisper(Outbox.Entry entry, Errand.Whisper whisper) {
    ChatPort house = houses.get(whisper.to().handle().house());
    if (house == null) done(entry);
    else ended(entry, house.whisper(whisper.to(), whisper.beside(), whisper.text()));
  }

  void pin(Outbox.Entry entry, Errand.Pin pin) {
    Optional<Placement> card = room.read(books -> books.placements().find(pin.card()));
    ChatPort house = card.map(c -> houses.get(c.place().house())).orElse(null);
    if (house == null || card.get().message() == null) done(entry);
    else ended(entry, house.pin(card.get().message()));
  }

  void home(Outbox.Entry entry, Errand.Home home) {
    ChatPort house = houses.get(home.of().house());
    if (house == null) {
      done(entry);
      return;
    }
    Page page = room.visit(new ChatUser(home.of(), ""), room.features()::home);
    ended(entry, house.home(home.of(), page));
  }

  private void ended(Outbox.Entry entry, Delivery delivery) {
    Duration wait =
        switch (delivery) {
          case Delivery.RetryAfter retry -> retry.time();
          case Delivery.Unsure unsure -> Courier.backoff(entry);
          case Delivery.Delivered delivered -> Duration.ZERO;
          case Delivery.Gone gone -> Duration.ZERO;
          case Delivery.Refused refused -> Duration.ZERO;
        };
    if (wait.isZero() || entry.attempts() >= TRIES) {
      if (!(delivery instanceof Delivery.Delivered)) {
        room.tell("errand.dropped", entry.errand().key() + ": " + delivery);
      }
      done(entry);
    } else {
      later.later(entry, wait, "tried before", false);
    }
  }

  private void done(Outbox.Entry entry) {
    boolean unused = room.write(work -> work.books().outbox().done(entry));
  }
}
