package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whom a message would wake: a person, a group, or everybody who is here. Foreign text in
 * a message must never do that. Counted in the message's text and in its mrkdwn and rich text
 * blocks; plain text pings nobody.
 *
 * @param whom "U0ANA", "S0TEAM", "channel", "here" or "everyone"
 */
public record Ping(String channel, String ts, String whom) {
  private static final Pattern IN_MRKDWN =
      Pattern.compile("<(?:@([UW]\\w+)|!subteam\\^(\\w+)|!(channel|here|everyone))[^>]*>");

  /** All pings of one version of a message. */
  public static List<Ping> in(Shown shown) {
    List<String> found = new ArrayList<>();
    inMrkdwn(shown.message().path("text").asText(), found);
    inBlocks(shown.message().path("blocks"), found);
    return found.stream().map(whom -> new Ping(shown.channel(), shown.ts(), whom)).toList();
  }

  private static void inBlocks(JsonNode node, List<String> found) {
    switch (node.path("type").asText()) {
      case "mrkdwn", "markdown" -> inMrkdwn(node.path("text").asText(), found);
      case "user" -> found.add(node.path("user_id").asText());
      case "usergroup" -> found.add(node.path("usergroup_id").asText());
      case "broadcast" -> found.add(node.path("range").asText());
      default -> node.forEach(child -> inBlocks(child, found));
    }
  }

  private static void inMrkdwn(String text, List<String> found) {
    Matcher matcher = IN_MRKDWN.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          found.add(matcher.group(group));
        }
      }
    }
  }
}
