package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationResourceResponse;
import java.net.URI;
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
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Sends to Teams. Each method makes one try. */
final class TeamsPort implements ChatPort {
  private final ChatContext context;
  private final TeamsSettings settings;
  private final TeamsConnector connector;
  private final TeamsHouse house;

  TeamsPort(
      ChatContext context, TeamsSettings settings, TeamsConnector connector, TeamsHouse house) {
    this.context = context;
    this.settings = settings;
    this.connector = connector;
    this.house = house;
  }

  /** A conversation, and the service it is at. */
  private record Spot(URI service, String conversation) {}

  @Override
  public String house() {
    return TeamsChatProvider.HOUSE;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    TeamsReply<Spot> found = spot(place);
    if (!(found instanceof TeamsReply.Yes<Spot> yes)) return refused(found, place, card);
    Spot spot = yes.answer();
    Activity message = TeamsMail.message(drawn(place, spot, card, content), summary(content));
    if (place instanceof Place.Direct) message = TeamsMail.ringing(message);
    TeamsReply<String> sent = connector.send(spot.service(), spot.conversation(), message);
    if (!(sent instanceof TeamsReply.Yes<String> arrived)) {
      if (place instanceof Place.Direct direct && isGone(sent))
        house.people().closed(direct.to().id());
      return refused(sent, place, card);
    }
    MessageRef ref = TeamsCall.ref(spot.conversation(), arrived.answer());
    house.sent().note(card, ref);
    return new Delivery.Delivered(ref);
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

  private TeamsReply<Spot> spot(Place place) {
    return switch (place) {
      case Place.Direct direct -> direct(direct.to().id());
      case Place.Channel channel ->
          house
              .channels()
              .find(channel.name())
              .<TeamsReply<Spot>>map(
                  found -> new TeamsReply.Yes<>(new Spot(found.at(), found.id())))
              .orElseGet(() -> new TeamsReply.No<>("BotNotInConversationRoster", "", 0));
    };
  }

  /** Somebody who never wrote is written to by their id in the directory. */
  private TeamsReply<Spot> direct(String id) {
    Optional<TeamsPeople.Person> known = house.people().find(id);
    if (known.filter(person -> !person.conversation().isEmpty()).isPresent()) {
      TeamsPeople.Person person = known.get();
      return new TeamsReply.Yes<>(new Spot(person.at(), person.conversation()));
    }
    URI service = known.map(TeamsPeople.Person::at).orElse(settings.addresses().service());
    String tenant =
        known
            .map(TeamsPeople.Person::tenant)
            .filter(named -> !named.isEmpty())
            .orElse(settings.app().tenant());
    TeamsReply<ConversationResourceResponse> opened = connector.create(service, id, tenant);
    if (!(opened instanceof TeamsReply.Yes<ConversationResourceResponse> yes)) {
      return TeamsReply.map(opened, answer -> new Spot(service, answer.getId()));
    }
    String conversation = yes.answer().getId();
    house.opened(id, conversation, service, tenant);
    return new TeamsReply.Yes<>(new Spot(service, conversation));
  }

  private ObjectNode drawn(Place place, Spot spot, PlacementId card, Card content) {
    TeamsView view =
        switch (place) {
          case Place.Direct direct -> house.people().view(direct.to().id());
          case Place.Channel channel -> everybodys(spot);
        };
    ObjectNode drawn = TeamsCard.draw(new ChatEvent.On.Card(card), content, view);
    return house.seal().on(drawn, spot.conversation());
  }

  private TeamsView everybodys(Spot spot) {
    List<String> readers = house.members().of(spot.conversation(), spot.service());
    return house.people().everybody().refreshedFor(readers);
  }

  private static String summary(Card content) {
    return TeamsCard.summary(content);
  }

  /** Looks into our own notes; a send whose answer was lost is in none of them. */
  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    Optional<MessageRef> sent = house.sent().find(card);
    boolean there =
        sent.isPresent()
            && spot(place) instanceof TeamsReply.Yes<Spot> yes
            && yes.answer().conversation().equals(sent.get().channel());
    return there ? new Sighting.Seen(sent.get()) : new Sighting.NotThere();
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    Spot spot = new Spot(house.service(ref.channel()), ref.channel());
    Optional<String> alone = house.aloneWith(ref.channel());
    TeamsView view = alone.map(house.people()::view).orElseGet(() -> everybodys(spot));
    ObjectNode drawn = TeamsCard.draw(new ChatEvent.On.Card(card), content, view);
    Activity message =
        TeamsMail.message(house.seal().on(drawn, spot.conversation()), summary(content));
    TeamsReply<String> edited =
        connector.update(spot.service(), spot.conversation(), ref.message(), message);
    return edited instanceof TeamsReply.Yes<String>
        ? new Delivery.Delivered(ref)
        : TeamsRefusals.sending(edited, ref.channel());
  }

  /** Teams has no message for one reader of many: it is said where they are alone with the bot. */
  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    TeamsReply<Spot> found = direct(to.handle().id());
    if (!(found instanceof TeamsReply.Yes<Spot> yes)) {
      return TeamsRefusals.beforeSending(found, "the chat with " + to.handle());
    }
    Activity line = TeamsMail.message(TeamsCard.line(text), TeamsText.line(text, 300));
    return delivery(yes.answer(), line, "the chat with " + to.handle());
  }

  private Delivery delivery(Spot spot, Activity message, String where) {
    TeamsReply<String> sent = connector.send(spot.service(), spot.conversation(), message);
    return sent instanceof TeamsReply.Yes<String> yes
        ? new Delivery.Delivered(TeamsCall.ref(spot.conversation(), yes.answer()))
        : TeamsRefusals.sending(sent, where);
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
}
