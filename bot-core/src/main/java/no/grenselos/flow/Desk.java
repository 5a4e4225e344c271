package no.grenselos.flow;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.bring.Bringing;
import no.grenselos.care.Care;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.command.Commands;
import no.grenselos.command.Guide;
import no.grenselos.conversation.Conversations;
import no.grenselos.expert.Handle;
import no.grenselos.insight.Counting;
import no.grenselos.invite.Inviting;
import no.grenselos.nudge.Nudging;
import no.grenselos.outcome.Outcomes;
import no.grenselos.privacy.Forgetting;
import no.grenselos.privacy.Tidying;
import no.grenselos.reply.Replying;
import no.grenselos.ruling.Ruling;
import no.grenselos.ruling.Why;
import no.grenselos.store.Inbox;
import no.grenselos.storm.Storming;
import no.grenselos.thanks.Thanking;
import no.grenselos.weekly.Numbers;
import no.grenselos.weekly.Weekly;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Equipment;
import no.grenselos.work.Feature;
import no.grenselos.work.Features;
import no.grenselos.work.Question;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;

/**
 * What people do: stores each event once and answers at once; then works on it, in one transaction
 * with all that follows. What is shown and asked is the features' business.
 */
public final class Desk implements ChatListener {
  private final Workroom room;
  private final Arrivals arrivals;

  public Desk(Equipment equipment) {
    this.room = new Workroom(equipment, features(equipment));
    this.arrivals = new Arrivals(room);
  }

  /** All there is to the product, in the order in which it appears in a home. */
  private static Features features(Equipment equipment) {
    Asking asking = new Asking();
    List<Feature> all =
        new ArrayList<>(
            List.of(
                new Guide(),
                new Thanking(),
                new Counting(),
                new Outcomes(),
                new Nudging(asking),
                new Replying(equipment),
                new Storming(asking),
                new Conversations(asking),
                new Care(equipment, asking),
                new Inviting(asking),
                new Weekly(equipment.aids().charts()),
                new Numbers(equipment.aids()),
                Replying.kept(),
                new Ruling(equipment),
                new Why(equipment.aids().texts()),
                new Bringing(equipment.outside()),
                new Tidying(equipment.retention())));
    all.addAll(Commands.all(asking));
    return new Features(all);
  }

  @Override
  public void happened(ChatEvent event) {
    if (arrivals.keep(event)) room.signals().actions().raise();
  }

  @Override
  public Optional<Form> open(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return room.visit(
        who, visit -> room.features().form(kind).form(new Question(visit, kind, on, values)));
  }

  @Override
  public Optional<Form> changed(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return open(kind, on, who, values);
  }

  @Override
  public Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {
    Submission submission =
        room.visit(
            who, visit -> room.features().form(kind).read(new Question(visit, kind, on, values)));
    submission.action().ifPresent(action -> keep(eventId, who, on, action));
    return submission.errors();
  }

  private void keep(String eventId, ChatUser who, ChatEvent.On on, ChatAction action) {
    happened(new ChatEvent(eventId, who, on, action, room.now()));
  }

  @Override
  public Page home(ChatUser who) {
    return room.visit(who, room.features()::home);
  }

  @Override
  public Page said(String eventId, ChatUser who, String words) {
    String[] parts = words.strip().split("\\s+", 2);
    String verb = parts[0].toLowerCase(Locale.ROOT);
    String rest = parts.length == 2 ? parts[1] : "";
    Said said = room.visit(who, visit -> answer(visit, words, verb, rest));
    said.action().ifPresent(action -> keep(eventId, who, new ChatEvent.On.Nothing(), action));
    return said.page();
  }

  /**
   * A word that nobody answers to goes to whoever understands all of it, else to whoever answers to
   * nothing.
   */
  private Said answer(Visit visit, String words, String verb, String rest) {
    Features features = room.features();
    return features
        .answer(visit, verb, rest)
        .or(() -> features.hear(visit, words))
        .or(() -> features.answer(visit, "", verb))
        .orElseThrow();
  }

  @Override
  public Optional<Card> about(ChatUser who, URI address) {
    return room.visit(who, visit -> room.features().about(visit, address));
  }

  @Override
  public Optional<Card> shown(PlacementId card, ChatUser who) {
    return room.look(
        who,
        look ->
            look.books()
                .placements()
                .find(card)
                .filter(placement -> sees(placement, who.handle()))
                .flatMap(placement -> room.features().show(look, placement))
                .map(Showing::content));
  }

  private static boolean sees(Placement card, Handle who) {
    return switch (card.place()) {
      case Place.Direct direct -> direct.to().equals(who);
      case Place.Channel channel -> channel.house().equals(who.house());
    };
  }

  /** Works on one stored event; when it throws, nothing of it was kept. */
  void handle(Inbox.Entry<ChatEvent> entry) {
    room.write(work -> act(work, entry));
  }

  private boolean act(Work work, Inbox.Entry<ChatEvent> entry) {
    if (!work.books().chatInbox().done(entry)) throw new LeaseLost();
    room.features().act(Deed.of(work, entry.event()));
    return true;
  }

  /** Erases what is kept of people outside who ask for it. */
  public Forgetting forgetting() {
    return new Forgetting(room);
  }

  Workroom room() {
    return room;
  }
}
