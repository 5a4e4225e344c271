package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Lookup;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Sends to Teams. Each method makes one try. */
final class TeamsPort implements ChatPort {
  private final ChatContext context;
  private final TeamsConnector connector;
  private final TeamsHouse house;

  TeamsPort(ChatContext context, TeamsConnector connector, TeamsHouse house) {
    this.context = context;
    this.connector = connector;
    this.house = house;
  }

  @Override
  public String house() {
    return TeamsChatProvider.HOUSE;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    TeamsReply<TeamsSpot> found = spot(place);
    if (!(found instanceof TeamsReply.Yes<TeamsSpot> yes)) return refused(found, place, card);
    TeamsSpot spot = yes.answer();
    TeamsReply<String> sent = sent(place, card, content, spot);
    if (isTooBig(sent, content)) sent = sent(place, card, TeamsPictures.inWords(content), spot);
    if (!(sent instanceof TeamsReply.Yes<String> arrived)) {
      if (place instanceof Place.Direct direct && isGone(sent))
        house.people().closed(direct.to().id());
      return refused(sent, place, card);
    }
    MessageRef ref = TeamsCall.ref(spot.conversation(), arrived.answer());
    house.sent().note(card, ref);
    return new Delivery.Delivered(ref);
  }

  private TeamsReply<String> sent(Place place, PlacementId card, Card content, TeamsSpot spot) {
    Activity message = drawn(card, content, spot, view(place, spot));
    if (place instanceof Place.Direct) message = TeamsMail.ringing(message);
    return connector.send(spot.service(), spot.conversation(), message);
  }

  /** Where pictures count to the size after all, the card is shown in words. */
  private static boolean isTooBig(TeamsReply<?> reply, Card content) {
    return reply instanceof TeamsReply.No<?> no
        && no.status() == 413
        && TeamsPictures.isIn(content);
  }

  private static boolean isGone(TeamsReply<?> reply) {
    return reply instanceof TeamsReply.No<?> no && no.status() == 404;
  }

  /** Whoever blocked us said no: the core hears of it, and asks somebody else. */
  private Delivery refused(TeamsReply<?> reply, Place place, PlacementId card) {
    if (place instanceof Place.Direct direct && TeamsRefusals.isUnwanted(reply)) {
      context
          .listener()
          .happened(
              new ChatEvent(
                  house() + ":unwanted:" + card,
                  new ChatUser(direct.to(), ""),
                  new ChatEvent.On.Nothing(),
                  new HouseChange.BotBlocked(direct.to()),
                  context.clock().instant()));
    }
    return TeamsRefusals.sending(reply, called(place));
  }

  private static String called(Place place) {
    return switch (place) {
      case Place.Direct direct -> "the chat with " + direct.to();
      case Place.Channel channel -> channel.name();
    };
  }

  private TeamsReply<TeamsSpot> spot(Place place) {
    return switch (place) {
      case Place.Direct direct -> house.chatWith(direct.to().id());
      case Place.Channel channel ->
          house
              .channels()
              .find(channel.name())
              .<TeamsReply<TeamsSpot>>map(
                  found -> new TeamsReply.Yes<>(new TeamsSpot(found.at(), found.id())))
              .orElseGet(() -> new TeamsReply.No<>("BotNotInConversationRoster", "", 0));
    };
  }

  private TeamsView view(Place place, TeamsSpot spot) {
    return switch (place) {
      case Place.Direct direct -> house.people().view(direct.to().id());
      case Place.Channel channel -> everybodys(spot);
    };
  }

  private TeamsView everybodys(TeamsSpot spot) {
    List<String> readers = house.members().of(spot.conversation(), spot.service());
    return house.people().everybody().refreshedFor(readers);
  }

  private Activity drawn(PlacementId card, Card content, TeamsSpot spot, TeamsView view) {
    ObjectNode drawn = TeamsCard.draw(new ChatEvent.On.Card(card), content, view);
    return TeamsMail.message(
        house.seal().on(drawn, spot.conversation()), TeamsCard.summary(content));
  }

  /** Looks into our own notes; a send whose answer was lost is in none of them. */
  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    Optional<MessageRef> sent = house.sent().find(card);
    boolean there =
        sent.isPresent()
            && spot(place) instanceof TeamsReply.Yes<TeamsSpot> yes
            && yes.answer().conversation().equals(sent.get().channel());
    return there ? new Sighting.Seen(sent.get()) : new Sighting.NotThere();
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    TeamsSpot spot = new TeamsSpot(house.service(ref.channel()), ref.channel());
    Optional<String> alone = house.aloneWith(ref.channel());
    TeamsView view = alone.map(house.people()::view).orElseGet(() -> everybodys(spot));
    TeamsReply<String> edited = edited(ref, card, content, spot, view);
    if (isTooBig(edited, content))
      edited = edited(ref, card, TeamsPictures.inWords(content), spot, view);
    return edited instanceof TeamsReply.Yes<String>
        ? new Delivery.Delivered(ref)
        : TeamsRefusals.sending(edited, ref.channel());
  }

  private TeamsReply<String> edited(
      MessageRef ref, PlacementId card, Card content, TeamsSpot spot, TeamsView view) {
    Activity message = drawn(card, content, spot, view);
    return connector.update(spot.service(), spot.conversation(), ref.message(), message);
  }

  /** Teams has no message for one reader of many: it is said where they are alone with the bot. */
  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    TeamsReply<TeamsSpot> found = house.chatWith(to.handle().id());
    if (!(found instanceof TeamsReply.Yes<TeamsSpot> yes)) {
      return TeamsRefusals.beforeSending(found, "the chat with " + to.handle());
    }
    Activity line = TeamsMail.message(TeamsCard.line(text), TeamsText.line(text, 300));
    TeamsSpot spot = yes.answer();
    TeamsReply<String> sent = connector.send(spot.service(), spot.conversation(), line);
    return sent instanceof TeamsReply.Yes<String> arrived
        ? new Delivery.Delivered(TeamsCall.ref(spot.conversation(), arrived.answer()))
        : TeamsRefusals.sending(sent, "the chat with " + to.handle());
  }

  /** Bots cannot pin in Teams; the card stays where it is. */
  @Override
  public Delivery pin(MessageRef ref) {
    return new Delivery.Delivered(ref);
  }

  @Override
  public Delivery home(Handle of, Page page) {
    return house.homes().refresh(of, page);
  }

  @Override
  public Presence presence(Handle of) {
    return house.people().presence(of.id());
  }

  @Override
  public Lookup lookUp(Email email) {
    return house.emails().find(email);
  }
}
