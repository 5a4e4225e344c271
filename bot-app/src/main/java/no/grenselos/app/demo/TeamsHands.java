package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.PlayTeams;
import no.grenselos.playground.teams.card.CardAction;
import no.grenselos.playground.teams.tenant.Dialog;
import no.grenselos.playground.teams.tenant.Shown;

/** What people see and can do in Teams. Safe for many threads, but for the news. */
final class TeamsHands implements Inside {
  private static final Map<String, String> EMOJI =
      Map.of("CLAIM", "like", "PASS", "1f645_nogesture");

  private final PageDoor door;
  private final PlayTeams teams;
  private final Map<String, String> owners = new HashMap<>();
  private int seen;

  TeamsHands(URI playground, PlayTeams teams) {
    this.door = new PageDoor(playground, Houses.IN_TEAMS);
    this.teams = teams;
    for (var person : teams.seed().people()) {
      owners.put(teams.personal(person.aadObjectId()), person.aadObjectId());
    }
  }

  @Override
  public List<Screen> news() {
    List<Shown> shown = teams.posts();
    List<Shown> fresh = shown.subList(seen, shown.size());
    seen = shown.size();
    return fresh.stream()
        .filter(one -> one.kind() == Shown.Kind.POSTED || one.kind() == Shown.Kind.EDITED)
        .filter(one -> one.message().path("bot").asBoolean())
        .<Screen>map(this::screen)
        .toList();
  }

  TeamsScreen screen(Shown shown) {
    String owner = owners.getOrDefault(shown.conversation(), "");
    return new TeamsScreen(this, shown.conversation(), shown.id(), owner, shown.message());
  }

  String channelId(String name) {
    return teams.conversationId(name.replaceFirst("^#", ""));
  }

  boolean press(String user, TeamsScreen screen, String press) throws InterruptedException {
    ObjectNode body = on(user, screen);
    // a client does so when the card comes into sight
    if (!screen.isDirect() && !door.did("look", body)) return false;
    Optional<String> title = screen.title(card(user, screen), press);
    return title.isPresent() && door.did("press", body.put("action", title.get()));
  }

  /** As they see it; missing where the message is gone. */
  private JsonNode card(String user, TeamsScreen screen) {
    try {
      return teams.card(user, screen.id());
    } catch (BadRequest e) {
      return PageDoor.object();
    }
  }

  boolean react(String user, TeamsScreen screen, String press, boolean remove)
      throws InterruptedException {
    String type = EMOJI.getOrDefault(press, press);
    if (remove && !hasReacted(user, screen, type)) return false;
    return door.did("react", on(user, screen).put("type", type).put("remove", remove));
  }

  private boolean hasReacted(String user, TeamsScreen screen, String type) {
    try {
      for (JsonNode reaction : teams.seen(user, screen.id()).path("reactions")) {
        if (!reaction.path("type").asText().equals(type)) continue;
        for (JsonNode person : reaction.path("people")) {
          if (person.asText().equals(user)) return true;
        }
      }
    } catch (BadRequest e) {
      // the message is gone, and its reactions with it
    }
    return false;
  }

  boolean fillIn(String user, TeamsScreen screen, String press, Map<String, String> fields)
      throws InterruptedException {
    if (!press(user, screen, press)) return false;
    Optional<Dialog> dialog = teams.dialog(user);
    if (dialog.isEmpty()) return false;
    ObjectNode body = PageDoor.object().put("person", user);
    body.put("action", send(dialog.get().card()));
    ObjectNode inputs = body.putObject("inputs");
    fields.forEach((field, text) -> inputs.put("f." + field, text));
    boolean accepted = door.did("submit", body) && teams.dialog(user).isEmpty();
    if (accepted) return true;
    boolean unused = door.did("close", PageDoor.object().put("person", user));
    return false;
  }

  /** The title of what sends a dialog; other buttons of it only ask for more. */
  private static String send(JsonNode card) {
    return CardAction.in(card).stream()
        .filter(action -> action.field("style").equals("positive"))
        .map(action -> action.field("title"))
        .findFirst()
        .orElse("");
  }

  private static ObjectNode on(String user, TeamsScreen screen) {
    return PageDoor.object().put("person", user).put("message", screen.id());
  }
}
