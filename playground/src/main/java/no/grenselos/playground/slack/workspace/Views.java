package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;
import org.jspecify.annotations.Nullable;

/**
 * What each person has open: a stack of at most three modals (docs.slack.dev, modals), and the home
 * tab of the app.
 */
public final class Views {
  private static final int DEEPEST = 3;

  private final Stamps stamps;
  private final Happenings happenings;
  private final SlackSeed seed;
  private final Map<String, List<ObjectNode>> stacks = new LinkedHashMap<>();
  private final Map<String, ObjectNode> homes = new LinkedHashMap<>();

  Views(Stamps stamps, Happenings happenings, SlackSeed seed) {
    this.stamps = stamps;
    this.happenings = happenings;
    this.seed = seed;
  }

  /** Opens a modal in place of whatever the person had open. */
  public ObjectNode open(String user, ObjectNode view) {
    refuseKnownExternalId(view, null);
    stacks.remove(user);
    return push(user, view);
  }

  /** Puts a modal above those that are open. */
  public ObjectNode push(String user, ObjectNode view) {
    refuseKnownExternalId(view, null);
    List<ObjectNode> stack = stacks.computeIfAbsent(user, id -> new ArrayList<>());
    if (stack.size() >= DEEPEST) {
      throw new SlackRefusal("push_limit_reached");
    }
    ObjectNode below = stack.isEmpty() ? null : stack.getLast();
    ObjectNode opened = dress(view, stamps.id("V"));
    opened.put("root_view_id", stack.isEmpty() ? id(opened) : id(stack.getFirst()));
    opened.put("previous_view_id", below == null ? null : id(below));
    stack.add(opened);
    tell(user);
    return opened;
  }

  /** Replaces an open modal and keeps its id and its place in the stack. */
  public ObjectNode update(ObjectNode old, ObjectNode view) {
    refuseKnownExternalId(view, id(old));
    ObjectNode updated = dress(view, id(old));
    keepTyped(old, updated);
    updated.set("root_view_id", old.path("root_view_id"));
    updated.set("previous_view_id", old.path("previous_view_id"));
    String user = owner(old);
    stacks
        .getOrDefault(user, new ArrayList<>())
        .replaceAll(v -> id(v).equals(id(old)) ? updated : v);
    tell(user);
    return updated;
  }

  public ObjectNode publish(String user, ObjectNode view) {
    ObjectNode before = homes.get(user);
    refuseKnownExternalId(view, before == null ? null : id(before));
    ObjectNode home = dress(view, before == null ? stamps.id("V") : id(before));
    if (before != null) {
      keepTyped(before, home);
    }
    home.put("root_view_id", id(home)).putNull("previous_view_id");
    homes.put(user, home);
    happenings.tell("slack.home", Json.object().put("user", user).set("view", home.deepCopy()));
    return home;
  }

  /** Closes the topmost modal. */
  public void pop(String user) {
    List<ObjectNode> stack = stacks.getOrDefault(user, new ArrayList<>());
    if (!stack.isEmpty()) {
      stack.removeLast();
    }
    tell(user);
  }

  /** Closes all modals of a person. */
  public void clear(String user) {
    stacks.remove(user);
    tell(user);
  }

  public Optional<ObjectNode> byId(String viewId) {
    return firstWhere(view -> id(view).equals(viewId));
  }

  /** A modal that the person has open, or their home tab. */
  public Optional<ObjectNode> seenBy(String user, String viewId) {
    Optional<ObjectNode> modal =
        of(user).stream().filter(view -> id(view).equals(viewId)).findFirst();
    return modal.or(() -> home(user).filter(view -> id(view).equals(viewId)));
  }

  public Optional<ObjectNode> byExternalId(String externalId) {
    return firstWhere(view -> view.path("external_id").asText().equals(externalId));
  }

  /** The open modals, the topmost last. */
  public List<ObjectNode> of(String user) {
    return List.copyOf(stacks.getOrDefault(user, List.of()));
  }

  public Optional<ObjectNode> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  ObjectNode stacksJson() {
    ObjectNode json = Json.object();
    stacks.forEach((user, stack) -> stack.forEach(v -> json.withArray(user).add(v.deepCopy())));
    return json;
  }

  ObjectNode homesJson() {
    ObjectNode json = Json.object();
    homes.forEach((user, view) -> json.set(user, view.deepCopy()));
    return json;
  }

  private ObjectNode dress(ObjectNode given, String id) {
    ObjectNode view = Json.object().put("id", id).put("team_id", seed.teamId());
    view.put("private_metadata", "").put("callback_id", "").put("external_id", "");
    view.put("clear_on_close", false).put("notify_on_close", false);
    view.putNull("submit").putNull("close");
    view.putObject("state").putObject("values");
    view.setAll(given.deepCopy());
    view.put("hash", stamps.ts().replace(".", "") + ".h");
    view.put("app_id", seed.app().appId()).put("app_installed_team_id", seed.teamId());
    view.put("bot_id", seed.app().botId());
    BlockIds.fill(view.path("blocks"), stamps);
    return view;
  }

  /**
   * What a person typed outlives an update where block and action keep their ids: new initial
   * values are not looked at then (github.com/slackapi/bolt-js issue 290).
   */
  private static void keepTyped(ObjectNode old, ObjectNode updated) {
    ObjectNode kept = updated.withObjectProperty("state").withObjectProperty("values");
    for (JsonNode block : updated.path("blocks")) {
      String id = block.path("block_id").asText();
      JsonNode before = old.path("state").path("values").path(id);
      if (before.isObject()) {
        kept.set(id, before.deepCopy());
      }
    }
  }

  private void refuseKnownExternalId(ObjectNode view, @Nullable String ownId) {
    String externalId = view.path("external_id").asText();
    if (!externalId.isEmpty()
        && byExternalId(externalId).filter(other -> !id(other).equals(ownId)).isPresent()) {
      throw new SlackRefusal("duplicate_external_id");
    }
  }

  private Optional<ObjectNode> firstWhere(Predicate<ObjectNode> wanted) {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream())
        .filter(wanted)
        .findFirst();
  }

  private String owner(ObjectNode view) {
    return stacks.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(v -> id(v).equals(id(view))))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new SlackRefusal("not_found"));
  }

  private static String id(ObjectNode view) {
    return view.path("id").asText();
  }

  private void tell(String user) {
    List<ObjectNode> stack = of(user);
    ObjectNode told = Json.object().put("user", user);
    told.set("view", stack.isEmpty() ? null : stack.getLast().deepCopy());
    happenings.tell("slack.view", told);
  }
}
