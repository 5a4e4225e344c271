package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.Shown;

/** What people see and can do in Slack. Safe for many threads, but for the news. */
final class SlackHands implements Inside {
  private static final Map<String, String> EMOJI = Map.of("CLAIM", "eyes", "PASS", "x");

  private final PageDoor door;
  private final PlaySlack slack;
  private int seen;

  SlackHands(URI playground, PlaySlack slack) {
    this.door = new PageDoor(playground, Houses.IN_SLACK);
    this.slack = slack;
  }

  @Override
  public List<Screen> news() {
    List<Shown> shown = slack.posts();
    List<Shown> fresh = shown.subList(seen, shown.size());
    seen = shown.size();
    return fresh.stream()
        .filter(one -> one.kind() != Shown.Kind.EPHEMERAL && one.kind() != Shown.Kind.DELETED)
        .<Screen>map(this::screen)
        .toList();
  }

  SlackScreen screen(Shown shown) {
    return new SlackScreen(this, shown.channel(), shown.ts(), shown.message());
  }

  String channelId(String name) {
    return slack.channelId(name);
  }

  boolean press(String user, SlackScreen screen, String press) throws InterruptedException {
    Optional<SlackScreen.Knob> knob = screen.knob(press);
    if (knob.isEmpty()) return false;
    ObjectNode body = on(user, screen);
    body.put("block_id", knob.get().blockId()).put("action_id", knob.get().actionId());
    if (!knob.get().value().isEmpty()) body.put("value", knob.get().value());
    return door.did("press", body);
  }

  boolean react(String user, SlackScreen screen, String press, boolean remove)
      throws InterruptedException {
    String emoji = EMOJI.getOrDefault(press, press);
    return door.did("react", on(user, screen).put("name", emoji).put("remove", remove));
  }

  boolean fillIn(String user, SlackScreen screen, String press, Map<String, String> fields)
      throws InterruptedException {
    if (!press(user, screen, press)) return false;
    if (!slack.await(play -> !play.views(user).isEmpty(), PageDoor.PATIENCE)) return false;
    String view = slack.views(user).getLast().path("id").asText();
    ObjectNode body = PageDoor.object().put("user", user).put("view_id", view);
    ObjectNode values = body.putObject("values");
    fields.forEach((block, text) -> values.putObject(block).put("value", text));
    JsonNode answer = door.send("submit", body);
    if (answer.isObject() && answer.isEmpty()) return true;
    boolean unused = door.did("close", PageDoor.object().put("user", user).put("view_id", view));
    return false;
  }

  private static ObjectNode on(String user, SlackScreen screen) {
    return PageDoor.object()
        .put("user", user)
        .put("channel", screen.channel())
        .put("ts", screen.ts());
  }
}
