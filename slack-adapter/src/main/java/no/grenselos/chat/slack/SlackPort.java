package no.grenselos.chat.slack;

import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Lookup;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Png;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Sends to Slack. Each method makes one try. */
final class SlackPort implements ChatPort {
  /** Slack has no idempotency key: the card's id travels as metadata instead. */
  static final String EVENT_TYPE = "grenselos_card";

  static final String CARD = "card";

  private final SlackCalls calls;
  private final SlackChannels channels;
  private final SlackCard cards;
  private final SlackPictures pictures;
  private final SlackPeople people;
  private final SlackHome home;
  private final SlackWhispers whispers;
  private final SlackPace pace;
  private final SlackSearch search;

  SlackPort(
      SlackCalls calls,
      SlackChannels channels,
      SlackPeople people,
      SlackHome home,
      SlackPictures pictures,
      SlackPace pace) {
    this.pictures = pictures;
    this.people = people;
    this.home = home;
    this.calls = calls;
    this.channels = channels;
    this.whispers = new SlackWhispers(calls, channels);
    this.cards = new SlackCard(people::called);
    this.pace = pace;
    this.search = new SlackSearch(calls, people, channels);
  }

  @Override
  public String house() {
    return SlackChatProvider.HOUSE;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    SlackReply<String> address = address(place);
    String where = SlackChannels.describe(place);
    if (!(address instanceof SlackReply.Yes<String> found)) {
      return SlackRefusals.beforeSending(address, where);
    }
    Delivery delivery = post(found.answer(), card, content, where);
    switch (delivery) {
      case Delivery.Delivered delivered -> channels.found(place, delivered.ref().channel());
      case Delivery.Refused refused -> channels.forget(place);
      case Delivery.Gone gone -> channels.forget(place);
      case Delivery.RetryAfter retry -> {}
      case Delivery.Unsure unsure -> {}
    }
    return delivery;
  }

  private SlackReply<String> address(Place place) {
    return place instanceof Place.Direct direct && place.house().equals(house())
        ? people.address(direct.to().id())
        : channels.find(place);
  }

  private Delivery post(String channel, PlacementId card, Card content, String where) {
    return show(card, content, channel, where, message -> posted(channel, card, message));
  }

  private SlackReply<MessageRef> posted(String channel, PlacementId card, SlackMessage message) {
    var reply =
        calls.call(
            "chat.postMessage",
            methods ->
                methods.chatPostMessage(r ->
                    r.channel(channel)
                        .text(message.text())
                        .blocks(message.blocks())
                        .metadata(metadata(card))
                        .parse("none")
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
    return SlackReplies.map(reply, answer -> ref(answer.getChannel(), answer.getTs()));
  }

  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    return search.find(place, card, since);
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    String lane = "edit " + ref.channel();
    return show(card, content, lane, ref.channel(), message -> edited(ref, card, message));
  }

  private SlackReply<MessageRef> edited(MessageRef ref, PlacementId card, SlackMessage message) {
    var reply =
        calls.call(
            "chat.update",
            methods ->
                methods.chatUpdate(r ->
                    r.channel(ref.channel())
                        .ts(ref.message())
                        .text(message.text())
                        .blocks(message.blocks())
                        .metadata(metadata(card))
                        .parse("none")
                        .linkNames(false)));
    return SlackReplies.map(reply, answer -> ref(answer.getChannel(), answer.getTs()));
  }

  /** With its pictures, when it is the lane's turn. */
  private Delivery show(
      PlacementId card,
      Card content,
      String lane,
      String where,
      Function<SlackMessage, SlackReply<MessageRef>> send) {
    var files = pictures.of(content);
    if (!(files instanceof SlackReply.Yes<Map<Png, String>> given)) {
      return SlackRefusals.beforeSending(files, where);
    }
    Duration wait = pace.turn(lane);
    if (!wait.isZero()) return SlackRefusals.tooFast(wait);
    SlackReply<MessageRef> reply =
        send.apply(cards.draw(new ChatEvent.On.Card(card), content, given.answer()));
    if (SlackPictures.isAboutFiles(reply)) return pictures.later(content);
    if (reply instanceof SlackReply.Yes<MessageRef>) pictures.shown(content);
    return delivery(reply, lane, where);
  }

  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    return whispers.whisper(to, beside, text);
  }

  @Override
  public Delivery pin(MessageRef ref) {
    var reply =
        calls.call(
            "pins.add",
            methods -> methods.pinsAdd(r -> r.channel(ref.channel()).timestamp(ref.message())));
    boolean there = reply instanceof SlackReply.No<?> no && no.error().equals("already_pinned");
    return there
        ? new Delivery.Delivered(ref)
        : delivery(SlackReplies.map(reply, answer -> ref), "pin " + ref.channel(), ref.channel());
  }

  @Override
  public Delivery home(Handle of, Page page) {
    return delivery(
        SlackReplies.map(home.publish(of.id(), page), answer -> ref(of.id(), "home")),
        "home " + of.id(),
        "the home of " + of);
  }

  @Override
  public Presence presence(Handle of) {
    return people.presence(of.id());
  }

  @Override
  public Lookup lookUp(Email email) {
    return people.lookUp(email);
  }

  private Delivery delivery(SlackReply<MessageRef> reply, String lane, String where) {
    if (reply instanceof SlackReply.TooFast<MessageRef> fast) pace.pause(lane, fast.time());
    return reply instanceof SlackReply.Yes<MessageRef> yes
        ? new Delivery.Delivered(yes.answer())
        : SlackRefusals.sending(reply, where);
  }

  private static Message.Metadata metadata(PlacementId card) {
    return Message.Metadata.builder()
        .eventType(EVENT_TYPE)
        .eventPayload(Map.of(CARD, card.toString()))
        .build();
  }

  static MessageRef ref(String channel, String ts) {
    return new MessageRef(SlackChatProvider.HOUSE, channel, ts);
  }
}
