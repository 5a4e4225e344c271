package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackFeatures;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/**
 * Tells the app of links to its registered domains, wherever people post them, also where the app
 * is not a member; never of links in its own messages (docs.slack.dev, link_shared event).
 */
final class SharedLinks {
  private static final Pattern LINK = Pattern.compile("<(https?://[^|>\\s]+)(?:\\|[^>]*)?>");

  private final SlackWorkspace workspace;
  private final Subscriptions subscriptions;

  SharedLinks(SlackWorkspace workspace, Subscriptions subscriptions) {
    this.workspace = workspace;
    this.subscriptions = subscriptions;
  }

  void posted(SlackChannel channel, ObjectNode message) {
    SlackFeatures features = workspace.seed().app().features();
    Map<String, String> links = in(message.path("text").asText(), features);
    if (links.isEmpty() || message.has("bot_id")) {
      return;
    }
    String ts = message.path("ts").asText();
    ObjectNode event = Json.object().put("type", "link_shared").put("channel", channel.id());
    event.put("is_bot_user_member", channel.members().contains(bot()));
    event.put("user", message.path("user").asText()).put("message_ts", ts);
    if (message.has("thread_ts")) {
      event.set("thread_ts", message.path("thread_ts"));
    }
    event.put("unfurl_id", workspace.unfurls().idFor(channel.id(), ts, links.keySet()));
    event.put("source", "conversations_history").put("event_ts", workspace.stamps().ts());
    var list = event.putArray("links");
    links.forEach((url, domain) -> list.addObject().put("domain", domain).put("url", url));
    subscriptions.tell("link_shared", "links:read", event);
  }

  private static Map<String, String> in(String text, SlackFeatures features) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      String url = matcher.group(1).replace("&amp;", "&");
      String host = host(url);
      if (features.covers(host)) {
        found.put(url, features.domainOf(host));
      }
    }
    return found;
  }

  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private String bot() {
    return workspace.seed().app().botUser();
  }
}
