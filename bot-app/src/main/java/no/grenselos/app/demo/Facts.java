package no.grenselos.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.slack.workspace.Shown;

/** What must hold whatever happened: looked up in the playground, not in our own books. */
final class Facts {
  private static final Pattern ALERT =
      Pattern.compile(
          "<!(channel|here|everyone|subteam)|<@[UW]"
              + "|\"type\":\"(broadcast|usergroup|user|channel)\"");

  private Facts() {}

  /** One sentence for each fact that does not hold; empty when all is well. */
  static List<String> broken(World world, Outside outside) {
    List<String> broken = new ArrayList<>();
    cards(world)
        .forEach((card, times) -> {
          if (times > 1) broken.add("card " + card + " was shown " + times + " times");
        });
    replies(world, outside)
        .forEach((post, times) -> {
          if (times > 1) broken.add("post " + post + " got " + times + " answers");
        });
    world.slack().posts().stream()
        .filter(Facts::alerts)
        .forEach(shown -> broken.add("message " + shown.ts() + " alerts somebody"));
    world
        .slack()
        .refusals()
        .forEach(call -> broken.add("Slack refused " + call.method() + ": " + call));
    return broken;
  }

  /** How often each card was posted, by its id. */
  static Map<String, Integer> cards(World world) {
    Map<String, Integer> cards = new HashMap<>();
    for (Shown shown : world.slack().posts()) {
      String card = shown.payload("card");
      if (shown.kind() == Shown.Kind.POSTED && !card.isEmpty()) cards.merge(card, 1, Integer::sum);
    }
    return cards;
  }

  /** How many answers went out to each post, by the post's id; what the script wrote is not ours. */
  static Map<String, Integer> replies(World world, Outside outside) {
    Map<String, Integer> replies = new HashMap<>();
    for (Status status : world.network().statuses()) {
      String parent = status.place().inReplyTo();
      boolean ours =
          status.account().acct().equals(world.company()) && outside.deed(status.id()).isEmpty();
      if (ours && parent != null) replies.merge(parent, 1, Integer::sum);
    }
    return replies;
  }

  /** Slack's own marks for calling a channel, a group or a person; {@code <!date} only tells time. */
  private static boolean alerts(Shown shown) {
    return ALERT.matcher(shown.message().path("blocks").toString()).find();
  }
}
