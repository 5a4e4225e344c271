package no.grenselos.playground.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.delivery.BotLine;
import no.grenselos.playground.teams.delivery.Delivered;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.Asked;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.Dialog;
import no.grenselos.playground.teams.tenant.Shown;
import no.grenselos.playground.teams.tenant.Signs;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * What a test sees of a tenant: messages and dialogs as people have them, and a record of what the
 * bot asked and was told. People are named by GUID, "29:" id or address. Safe for many threads once
 * the playground has started.
 */
public abstract class TeamsWitness {
  TeamsWitness() {}

  abstract Tenant tenant();

  abstract BotLine line();

  abstract PlayTeams itself();

  /**
   * The messages of a conversation, oldest first, as everybody sees them.
   *
   * @param conversation its id, also of a thread, the name of a channel or chat, or a person, whose
   *     own conversation with the bot is meant
   */
  public List<JsonNode> messages(String conversation) {
    return tenant()
        .atomically(() -> {
          String root = Address.of(conversation).root();
          return tenant().messages().in(find(conversation).id()).stream()
              .filter(message -> root.isEmpty() || message.path("root").asText().equals(root))
              .map(JsonNode.class::cast)
              .map(JsonNode::<JsonNode>deepCopy)
              .toList();
        });
  }

  /** The id of the person's own conversation with the bot. */
  public String personal(String who) {
    return tenant().atomically(() -> tenant().places().personal(tenant().person(who)).id());
  }

  /** The id of a channel or chat, by its name. */
  public String conversationId(String name) {
    return tenant().atomically(() -> find(name).id());
  }

  /** The message as that person sees it: with their own view of its cards. */
  public JsonNode seen(String who, String messageId) {
    return tenant()
        .atomically(() -> {
          TeamsPerson person = tenant().person(who);
          return tenant()
              .messages()
              .find(messageId)
              .map(message -> tenant().messages().seenBy(person.aadObjectId(), message))
              .orElseThrow(() -> new BadRequest("no message " + messageId));
        });
  }

  /** The first card of a message as that person sees it; missing where it has none. */
  public JsonNode card(String who, String messageId) {
    return seen(who, messageId).path("attachments").path(0).path("content");
  }

  /** The dialog that is open before that person. */
  public Optional<Dialog> dialog(String who) {
    return tenant().atomically(() -> tenant().signs().dialog(tenant().person(who).aadObjectId()));
  }

  /**
   * Every version of every message anybody saw, in order; deleted ones and one person's views too.
   */
  public List<Shown> posts() {
    return tenant().atomically(() -> tenant().messages().shown());
  }

  /** Every call of the connector, and every answer to an invoke that was refused, in order. */
  public List<Asked> calls() {
    return tenant().atomically(tenant()::asked);
  }

  /** How many: "send", "edit", "delete", "create", "members", "team". */
  public long calls(String verb) {
    return calls().stream().filter(call -> call.verb().equals(verb)).count();
  }

  /** What was refused, with reasons; a good bot has none. */
  public List<Asked> refusals() {
    return calls().stream().filter(Asked::refused).toList();
  }

  /**
   * How many messages were sent, or tried to be, to a conversation in each second, by the
   * playground's clock: for tests of a bot's pace.
   *
   * @return by the second since 1970
   */
  public SortedMap<Long, Long> sendsPerSecond(String conversation) {
    String id = conversationId(conversation);
    return calls().stream()
        .filter(call -> call.isSend() && call.conversation().equals(id))
        .collect(
            Collectors.groupingBy(
                call -> call.at().getEpochSecond(), TreeMap::new, Collectors.counting()));
  }

  /** What people saw go wrong. */
  public List<String> troubles() {
    return texts(() -> tenant().signs().troubles());
  }

  /** The lines with which the bot answered a press or a dialog. */
  public List<String> notes() {
    return texts(() -> tenant().signs().notes());
  }

  /** Every attempt to tell the bot something. */
  public List<Delivered> deliveries() {
    return tenant().atomically(line()::delivered);
  }

  /** Waits until it holds; false when the time is up before. Woken by every change. */
  public boolean await(Predicate<PlayTeams> condition, Duration longest)
      throws InterruptedException {
    return tenant().await(() -> condition.test(itself()), longest);
  }

  private List<String> texts(Supplier<List<Signs.Line>> lines) {
    return tenant().atomically(lines).stream().map(Signs.Line::text).toList();
  }

  private Conversation find(String conversation) {
    return tenant()
        .places()
        .conversation(Address.of(conversation).conversation())
        .or(() -> tenant().places().named(conversation))
        .orElseGet(() -> tenant().places().personal(tenant().person(conversation)));
  }
}
