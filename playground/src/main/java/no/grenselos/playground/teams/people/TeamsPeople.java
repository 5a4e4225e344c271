package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.teams.delivery.ActivitySender;
import no.grenselos.playground.teams.delivery.BotAnswer;
import no.grenselos.playground.teams.delivery.BotLine;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * Everything a person can do in Teams. Who they are is said by GUID, "29:" id or address; where, by
 * a conversation's id, also of a thread, or the name of a channel or chat, and "" is the person's
 * own conversation with the bot. What is an invoke waits for the bot's answer; messages and
 * reactions are events. Throws {@code BadRequest} where a person could not do that: they see no
 * such message or button. Safe for many threads.
 */
public final class TeamsPeople {
  private final Tenant tenant;
  private final Envelope envelope;
  private final Told told;
  private final Pressing pressing;
  private final DialogPlay dialogs;
  private final Speaking speaking;

  public TeamsPeople(Tenant tenant, Envelope envelope, BotLine line, ActivitySender sender) {
    this.tenant = tenant;
    this.envelope = envelope;
    this.told = new Told(tenant, line);
    this.dialogs = new DialogPlay(tenant, envelope, told);
    this.pressing = new Pressing(tenant, envelope, told, sender, dialogs);
    this.speaking = new Speaking(tenant, envelope, told, sender);
  }

  /**
   * Writes a message and gives its id. The bot hears it in the person's own conversation, and
   * elsewhere where the text has "@" and its name.
   */
  public String say(String who, String conversation, String text) {
    return speaking.say(who, conversation, "", text);
  }

  /**
   * Writes in the thread of a channel.
   *
   * @param root the message that began it
   */
  public String reply(String who, String conversation, String root, String text) {
    return speaking.say(who, conversation, root, text);
  }

  /** Pastes a link, for which the bot may give a preview, and sends it; gives the message's id. */
  public String paste(String who, String conversation, String url) {
    return speaking.paste(who, conversation, url);
  }

  /**
   * Presses an action of a card as this person sees it: {@code Action.Execute}, or on an old client
   * its fallback, {@code Action.Submit} with or without a dialog, and those that tell nobody.
   */
  public Outcome press(Press press) {
    return pressing.press(press);
  }

  /**
   * Looks at a message. A card with a {@code refresh} for this person is asked for anew, and the
   * answer is what they see from now on.
   */
  public Outcome look(String who, String message) {
    return pressing.look(who, message);
  }

  /** Runs a command of the message extension in the menu of a message. */
  public Outcome extension(String who, String message, String command) {
    return dialogs.extension(who, message, command);
  }

  /** Sends the person's dialog by its only, or first, {@code Action.Submit}. */
  public Outcome submit(String who, JsonNode inputs) {
    return dialogs.submit(who, "", inputs);
  }

  /** Sends the person's dialog by the action of that id or title. */
  public Outcome submit(String who, String action, JsonNode inputs) {
    return dialogs.submit(who, action, inputs);
  }

  /** Closes the person's dialog; the bot is not told. */
  public void close(String who) {
    dialogs.close(who);
  }

  /**
   * Reacts to a message: "like", "heart", "laugh", "surprised", "sad", "angry" or another emoji.
   */
  public void react(String who, String message, String type) {
    speaking.react(who, message, type, true);
  }

  public void unreact(String who, String message, String type) {
    speaking.react(who, message, type, false);
  }

  /** From now on the person has a client from before Universal Actions, or a usual one again. */
  public void oldClient(String who, boolean old) {
    tenant.alone(() -> tenant.oldClient(tenant.person(who), old));
  }

  /** Sends an invoke of any name, also one that no bot knows; nothing is made of the answer. */
  public BotAnswer invoke(String who, String conversation, String name, JsonNode value) {
    ObjectNode invoke =
        tenant.atomically(() -> {
          TeamsPerson person = tenant.person(who);
          Conversation where = Sight.entered(tenant, person, conversation);
          return envelope.invoke(name, person, where, "", value);
        });
    return told.send(invoke);
  }

  /** Sends that body, whatever it is, with a good token. */
  public BotAnswer raw(String body) {
    return told.sendRaw(body, envelope.serviceUrl().toString());
  }
}
