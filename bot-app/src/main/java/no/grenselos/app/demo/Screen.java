package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A message as somebody inside sees it. Buttons are known by what they ask for, which their action
 * ids say: {@code press:CLAIM:0}, and the lines of a menu {@code PASS_TO C-12}.
 *
 * @param channel its id
 */
record Screen(String channel, String ts, JsonNode message) {
  private static final Pattern POST = Pattern.compile("/network/@[^/\\s\"|>]+/(\\d+)");

  /** Something to press. */
  record Knob(String blockId, String actionId, String value) {}

  String key() {
    return channel + " " + ts;
  }

  boolean isDirect() {
    return channel.startsWith("D");
  }

  /** The person whose conversation it is in. */
  String owner() {
    return "U" + channel.substring(1);
  }

  boolean offers(String press) {
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

  /** Its first line. */
  String headline() {
    return message.path("blocks").path(0).path("text").path("text").asText();
  }

  /** The network's id of the post it is about. */
  Optional<String> post() {
    Matcher link = POST.matcher(message.path("blocks").toString());
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }
}
