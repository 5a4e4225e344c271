package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.playground.stage.Json;

/**
 * What the app's manifest offers to people.
 *
 * @param domains whose links the app is told of ({@code link_shared}), without "www."; also their
 *     subdomains. Slack takes five at most (docs.slack.dev, unfurling links in messages)
 */
public record SlackFeatures(List<Command> commands, List<Shortcut> shortcuts, Set<String> domains) {
  private static final int MOST_DOMAINS = 5;

  /**
   * A slash command.
   *
   * @param name begins with "/"
   * @param usageHint as people see it while they type; the page offers the words in it
   */
  public record Command(String name, String description, String usageHint) {}

  /**
   * A shortcut, at most 24 characters long.
   *
   * @param onMessage in the menu of a message; else a global one
   */
  public record Shortcut(String callbackId, String name, boolean onMessage) {
    public Shortcut {
      if (name.isEmpty() || name.length() > 24) {
        throw new IllegalArgumentException("shortcut is " + name + ", must be 1 to 24 long");
      }
    }
  }

  public SlackFeatures {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
    domains = Set.copyOf(domains);
    if (domains.size() > MOST_DOMAINS) {
      throw new IllegalArgumentException("domains are " + domains + ", must be 5 at most");
    }
  }

  /** What a bot of this kind usually offers; this machine stands for the networks outside. */
  static SlackFeatures usual() {
    return new SlackFeatures(
        List.of(
            new Command(
                "/grenselos",
                "Who is asked about what, and why",
                "[help | menu | queue | ask \"text\" | pause | topics | why T-12]")),
        List.of(
            new Shortcut("ask_expert", "Ask an expert about this", true),
            new Shortcut("keep_answer", "Keep as an answer", true),
            new Shortcut("ask_someone", "Ask who knows", false)),
        Set.of("127.0.0.1", "fjell.example"));
  }

  /** Whether the app is told of links to that host. */
  public boolean covers(String host) {
    return domains.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
  }

  /** The registered domain of a host that is covered. */
  public String domainOf(String host) {
    return domains.stream().filter(own -> host.endsWith(own)).findFirst().orElse(host);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.putArray("commands").addAll(commandsJson());
    var list = json.putArray("shortcuts");
    for (Shortcut shortcut : shortcuts) {
      list.addObject()
          .put("callback_id", shortcut.callbackId())
          .put("name", shortcut.name())
          .put("on_message", shortcut.onMessage());
    }
    new TreeSet<>(domains).forEach(json.putArray("domains")::add);
    return json;
  }

  private List<ObjectNode> commandsJson() {
    return commands.stream()
        .map(command ->
            Json.object()
                .put("name", command.name())
                .put("description", command.description())
                .put("usage_hint", command.usageHint()))
        .toList();
  }
}
