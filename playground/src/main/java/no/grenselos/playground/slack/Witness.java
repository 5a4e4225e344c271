package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import no.grenselos.playground.slack.delivery.AppLine;
import no.grenselos.playground.slack.delivery.Delivered;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.Ping;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackFile;
import no.grenselos.playground.slack.workspace.SlackWorkspace;

/**
 * What a test sees of a workspace: messages and views as people have them, and a record of what the
 * app asked and was told. Safe for many threads once the playground has started.
 */
public abstract class Witness {
  Witness() {}

  abstract SlackWorkspace workspace();

  abstract AppLine line();

  abstract PlaySlack itself();

  /** The messages of a channel (id or name), or of a person's conversation, oldest first. */
  public List<JsonNode> messages(String channelOrUser) {
    return workspace()
        .atomically(() ->
            workspace().messages().in(channelId(channelOrUser)).values().stream()
                .map(JsonNode.class::cast)
                .map(JsonNode::<JsonNode>deepCopy)
                .toList());
  }

  /** The id of a channel (by id or name), or of a person's conversation with the app. */
  public String channelId(String channelOrUser) {
    return workspace().atomically(() -> find(channelOrUser).id());
  }

  /** Every version of every message anybody saw, in order; deleted ones too. */
  public List<Shown> posts() {
    return workspace().atomically(() -> workspace().messages().shown());
  }

  /** Whom the app's messages would wake; whoever tests inert text looks here. */
  public List<Ping> pings() {
    return posts().stream().flatMap(shown -> Ping.in(shown).stream()).toList();
  }

  /** The open modals of a person, the topmost last. */
  public List<ObjectNode> views(String user) {
    return workspace()
        .atomically(() -> workspace().views().of(user).stream().map(ObjectNode::deepCopy).toList());
  }

  /** The person's home tab; missing where the app published none. */
  public JsonNode home(String user) {
    return workspace().atomically(workspace()::json).path("homes").path(user);
  }

  /** Every call of the Web API, in order. */
  public List<Asked> calls() {
    return workspace().atomically(workspace()::asked);
  }

  public long calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).count();
  }

  /** The calls that were refused, with reasons; a good app has none. */
  public List<Asked> refusals() {
    return calls().stream().filter(Asked::refused).toList();
  }

  /** All files the app gave or promised. */
  public List<SlackFile> files() {
    return workspace().atomically(() -> workspace().files().all());
  }

  /** A file's bytes; none where it is not there. */
  public byte[] file(String id) {
    return workspace()
        .atomically(() ->
            workspace().files().find(id).map(file -> file.content().copy()).orElse(new byte[0]));
  }

  /** Somebody takes a file away. */
  public void deleteFile(String id) {
    workspace()
        .atomically(() -> {
          workspace().files().delete(id);
          return id;
        });
  }

  /** The next so many times that a message shows files, Slack is not ready with them yet. */
  public void filesAreBusy(int times) {
    workspace()
        .atomically(() -> {
          workspace().files().busy(times);
          return times;
        });
  }

  /** What people saw go wrong. */
  public List<String> troubles() {
    return workspace().atomically(workspace()::troubles);
  }

  /** Every attempt to tell the app something. */
  public List<Delivered> deliveries() {
    return workspace().atomically(line()::delivered);
  }

  /** Waits until it holds; false when the time is up before. Woken by every change. */
  public boolean await(Predicate<PlaySlack> condition, Duration longest)
      throws InterruptedException {
    return workspace().await(() -> condition.test(itself()), longest);
  }

  final SlackChannel find(String channelOrUser) {
    return workspace()
        .channel(channelOrUser)
        .or(() -> workspace().channelNamed(channelOrUser.replaceFirst("^#", "")))
        .orElseGet(() -> workspace().directWith(channelOrUser));
  }
}
