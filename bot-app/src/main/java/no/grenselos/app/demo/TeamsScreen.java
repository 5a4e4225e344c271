package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Place;
import no.grenselos.playground.teams.card.CardAction;

/**
 * A message in Teams. Buttons are known by what they give back, {@code {"press":"CLAIM"}}, and are
 * pressed by their titles.
 *
 * @param conversation its id
 * @param owner empty in channels
 */
record TeamsScreen(TeamsHands hands, String conversation, String id, String owner, JsonNode message)
    implements Screen {
  @Override
  public String house() {
    return Houses.IN_TEAMS;
  }

  @Override
  public String key() {
    return conversation + " " + id;
  }

  @Override
  public boolean isDirect() {
    return !owner.isEmpty();
  }

  @Override
  public boolean isIn(Place.Channel place) {
    return place.house().equals(house()) && hands.channelId(place.name()).equals(conversation);
  }

  @Override
  public boolean offers(String press) {
    return title(content(), press).isPresent();
  }

  /** What the action that asks for this is called, on the card as somebody sees it. */
  Optional<String> title(JsonNode card, String press) {
    List<CardAction> actions = CardAction.in(card);
    return actions.stream()
        .filter(action -> action.json().path("data").path("press").asText().equals(press))
        .map(action -> action.field("title"))
        .findFirst();
  }

  @Override
  public String headline() {
    return content().path("body").path(0).path("text").asText();
  }

  @Override
  public JsonNode content() {
    return message.path("attachments").path(0).path("content");
  }

  @Override
  public boolean press(String user, String press) throws InterruptedException {
    return hands.press(user, this, press);
  }

  @Override
  public boolean react(String user, String press, boolean remove) throws InterruptedException {
    return hands.react(user, this, press, remove);
  }

  @Override
  public boolean fillIn(String user, String press, Map<String, String> fields)
      throws InterruptedException {
    return hands.fillIn(user, this, press, fields);
  }
}
