package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.grenselos.chat.Place;

/**
 * A message in Slack. Buttons are known by their action ids, {@code press:CLAIM:0}, and the lines
 * of a menu by their values, {@code PASS_TO C-12}.
 *
 * @param channel its id
 */
record SlackScreen(SlackHands hands, String channel, String ts, JsonNode message)
    implements Screen {
  /** Something to press. */
  record Knob(String blockId, String actionId, String value) {}

  @Override
  public String house() {
    return Houses.IN_SLACK;
  }

  @Override
  public String key() {
    return channel + " " + ts;
  }

  @Override
  public boolean isDirect() {
    return channel.startsWith("D");
  }

  @Override
  public String owner() {
    return "U" + channel.substring(1);
  }

  @Override
  public boolean isIn(Place.Channel place) {
    return place.house().equals(house()) && hands.channelId(place.name()).equals(channel);
  }

  @Override
  public boolean offers(String press) {
    return knob(press).isPresent();
  }

  /** The button or menu line that asks for this. */
  Optional<Knob> knob(String press) {
    for (JsonNode block : message.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        Optional<Knob> knob = knob(block.path("block_id").asText(), element, press);
        if (knob.isPresent()) return knob;
      }
    }
    return Optional.empty();
  }

  private static Optional<Knob> knob(String block, JsonNode element, String press) {
    String action = element.path("action_id").asText();
    if (action.startsWith("press:" + press + ":")) {
      return Optional.of(new Knob(block, action, ""));
    }
    return options(element).stream()
        .filter(value -> value.startsWith(press + " "))
        .findFirst()
        .map(value -> new Knob(block, action, value));
  }

  private static List<String> options(JsonNode element) {
    return StreamSupport.stream(element.path("options").spliterator(), false)
        .map(option -> option.path("value").asText())
        .toList();
  }

  @Override
  public String headline() {
    return message.path("blocks").path(0).path("text").path("text").asText();
  }

  @Override
  public JsonNode content() {
    return message.path("blocks");
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
