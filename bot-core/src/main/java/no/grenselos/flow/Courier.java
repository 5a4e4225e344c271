package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Handle;
import no.grenselos.reply.Drafting;
import no.grenselos.ruling.Amending;
import no.grenselos.ruling.Trying;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Backoff;
import no.grenselos.work.Showing;
import no.grenselos.work.Shut;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * What goes out: carries out one errand of the outbox at a time per place. A card is written when
 * it is sent, from the ticket as it is then; so ten changes while a house was down become one edit.
 */
final class Courier {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

  private final Workroom room;
  private final Publishing publishing;
  private final SmallErrands small;
  private final CrmErrands crm;
  private final BringErrands bring;
  private final Drafting drafting;
  private final Amending amending;
  private final Trying trying;
  private final Executor beside;
  private final Map<String, ChatPort> houses;

  /**
   * @param beside runs what takes longer than any errand may
   */
  Courier(Workroom room, List<ChatPort> houses, Executor beside) {
    this.room = room;
    this.beside = beside;
    this.amending = new Amending(room.equipment().aids().texts());
    this.trying = new Trying(room.equipment());
    this.publishing = new Publishing(room, this::later);
    this.houses =
        houses.stream().collect(Collectors.toUnmodifiableMap(ChatPort::house, Function.identity()));
    this.crm = new CrmErrands(room, room.crm(), this::later);
    this.bring = new BringErrands(room, this::later);
    this.drafting = new Drafting(room.equipment());
    this.small = new SmallErrands(room, this.houses, this::later);
  }

  void carryOut(Outbox.Entry entry) {
    switch (entry.errand()) {
      case Errand.Show show -> show(entry, show);
      case Errand.Publish publish -> publishing.publish(entry, publish.answer());
      case Errand.Whisper whisper -> small.whisper(entry, whisper);
      case Errand.Pin pin -> small.pin(entry, pin);
      case Errand.TellCrm tell -> crm.tell(entry, tell);
      case Errand.Draft draft -> drafting.draft(room, entry, draft.ticket(), draft.who());
      case Errand.Amend amend -> amending.amend(room, entry, amend.event());
      case Errand.TryRules tries -> trying.begin(room, entry, tries.event(), beside);
      case Errand.Home home -> small.home(entry, home);
      case Errand.LookUp look -> bring.lookUp(entry, look);
      case Errand.TellBringer tell -> bring.tell(entry, tell);
    }
  }

  /** The ticket an errand is about; null for none, or one that the store cannot say now. */
  @Nullable TicketId ticketOf(Errand errand) {
    Optional<TicketId> found =
        switch (errand) {
          case Errand.Show show ->
              room.read(books -> books.placements().find(show.card())).flatMap(Placement::ticket);
          case Errand.Publish publish ->
              room.read(books -> books.answers().find(publish.answer())).map(Answer::ticket);
          case Errand.TellCrm tell -> Optional.of(tell.ticket());
          case Errand.Draft draft -> Optional.of(draft.ticket());
          case Errand.Whisper whisper -> Optional.empty();
          case Errand.Pin pin -> Optional.empty();
          case Errand.Amend amend -> Optional.empty();
          case Errand.TryRules tries -> Optional.empty();
          case Errand.Home home -> Optional.empty();
          case Errand.LookUp look -> Optional.empty();
          case Errand.TellBringer tell -> Optional.empty();
        };
    return found.orElse(null);
  }

  private record Shown(Placement card, Showing showing) {}

  private void show(Outbox.Entry entry, Errand.Show show) {
    Optional<Shown> shown =
        room.look(look ->
            look.books()
                .placements()
                .find(show.card())
                .flatMap(card ->
                    look.features().show(look, card).map(showing -> new Shown(card, showing))));
    if (shown.isEmpty()) {
      done(entry);
      return;
    }
    Placement card = shown.get().card();
    ChatPort house = houses.get(card.place().house());
    if (house == null) {
      park(
          entry,
          "no chat house \"" + card.place().house() + "\" is connected; configure it under chats:");
      return;
    }
    if (card.message() != null) {
      Card content = shown.get().showing().content();
      edited(entry, card, house.update(card.message(), card.id(), content));
    } else post(entry, shown.get(), house);
  }

  private void post(Outbox.Entry entry, Shown shown, ChatPort house) {
    Placement card = shown.card();
    if (entry.unsure()) {
      switch (house.find(card.place(), card.id(), card.madeAt())) {
        case Sighting.Seen seen -> {
          placed(entry, shown, seen.ref(), false);
          return;
        }
        case Sighting.Unknown unknown -> {
          later(entry, backoff(entry), unknown.reason(), true);
          return;
        }
        case Sighting.NotThere notThere -> {}
      }
    }
    if (shown.showing().overtaken()) {
      done(entry);
      return;
    }
    if (putOff(entry, shown, house) || !stillOurs(entry, shown)) return;
    switch (house.post(card.place(), card.id(), shown.showing().content())) {
      case Delivery.Delivered delivered -> placed(entry, shown, delivered.ref(), true);
      case Delivery.RetryAfter retry -> later(entry, retry.time(), retry.reason(), false);
      case Delivery.Unsure unsure -> later(entry, backoff(entry), unsure.reason(), true);
      case Delivery.Gone gone -> unreachable(entry, shown, gone.reason());
      case Delivery.Refused refused ->
          unreachable(entry, shown, refused.reason() + "; " + refused.whatToDo());
    }
  }

  /** Nobody is woken: whether the card has to wait, or need not go out any more. */
  private boolean putOff(Outbox.Entry entry, Shown shown, ChatPort house) {
    Optional<Handle> to = shown.showing().disturbs();
    if (to.isEmpty()) return false;
    Presence presence = house.presence(to.get());
    if (presence.askAgain().isPositive()) {
      later(entry, presence.askAgain(), "the house cannot say who wants quiet", false);
      return true;
    }
    if (shown.showing().fits(presence, room.now())) return false;
    return room.write(work -> {
      Optional<Instant> again = shown.showing().waits(work, shown.card(), presence);
      return again
          .map(at -> work.books().outbox().again(entry, at, "not to be disturbed", false))
          .orElseGet(() -> work.books().outbox().done(entry));
    });
  }

  /** What the house is asked before may take longer than our lease: then another one posts. */
  private boolean stillOurs(Outbox.Entry entry, Shown shown) {
    if (!entry.unsure() && shown.showing().disturbs().isEmpty()) return true;
    return room.write(work -> work.books().outbox().prolong(entry, work.now().plus(room.lease())));
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
            work.note(Work.GRENSELOS, "card.lost", card.ticket().orElse(null), gone.reason());
            return work.books().outbox().done(entry);
          });
      case Delivery.Refused refused -> park(entry, refused.reason() + "; " + refused.whatToDo());
    }
  }

  /**
   * The card stands.
   *
   * @param current whether it shows things as they are; a card found again may be old, and is
   *     edited once more
   */
  private void placed(Outbox.Entry entry, Shown shown, MessageRef ref, boolean current) {
    Placement card = shown.card();
    room.write(work -> {
      work.books().placements().placed(card.id(), ref);
      Shut.letIn(work, ref.house());
      if (!current) work.show(card);
      shown.showing().placed(work, card);
      return work.books().outbox().done(entry);
    });
  }

  /** The place cannot be reached: the admin sees why, and what the card was for goes on. */
  private void unreachable(Outbox.Entry entry, Shown shown, String reason) {
    room.write(work -> {
      shown.showing().unreachable(work, shown.card(), reason);
      return work.books().outbox().park(entry, reason);
    });
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
