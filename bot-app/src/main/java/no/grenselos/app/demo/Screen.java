package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.Place;

/**
 * A message as somebody inside sees it, and what they can do about it. What can be pressed is known
 * by what it asks for, as {@code CLAIM}. What is done is done over HTTP as the playground's page
 * does it; false when the message does not offer it (any more) or the playground would not have it.
 * Safe for many threads.
 */
interface Screen {
  /** The end of the address of a post on the playground's network. */
  Pattern POST = Pattern.compile("/network/@[^/\\s\"|>]+/(\\d+)");

  String house();

  /** Names the message, over all houses. */
  String key();

  /** Whether it is in somebody's own conversation with the bot. */
  boolean isDirect();

  /** The id of the person whose conversation it is in. */
  String owner();

  boolean isIn(Place.Channel channel);

  boolean offers(String press);

  /** Its first line. */
  String headline();

  /** All of it. */
  JsonNode content();

  /** The network's id of the post it is about. */
  default Optional<String> post() {
    Matcher link = POST.matcher(content().toString());
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  boolean press(String user, String press) throws InterruptedException;

  /** Puts the emoji there that stands for the press, or takes it away. */
  boolean react(String user, String press, boolean remove) throws InterruptedException;

  /**
   * Presses what opens a form, fills it in and sends it. A form that finds fault is closed again.
   *
   * @param fields by the id of the field
   * @return whether it was accepted
   */
  boolean fillIn(String user, String press, Map<String, String> fields) throws InterruptedException;
}
