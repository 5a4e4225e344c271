package no.grenselos.playground.slack.block;

import java.util.List;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** The small objects of which blocks are made (docs.slack.dev, composition objects). */
final class Composition {
  static final Rule ID = Rule.string(1, 255);

  private Composition() {}

  static Shape plainText(int max) {
    return Shape.of("plain_text").must("text", Rule.string(1, max)).may("emoji", Rule.flag());
  }

  private static Shape mrkdwn(int max) {
    return Shape.of("mrkdwn").must("text", Rule.string(1, max)).may("verbatim", Rule.flag());
  }

  /** Plain text only; mrkdwn is refused by its type. */
  static Rule plain(int max) {
    return Rule.byType(List.of(plainText(max)));
  }

  static Rule text(int max) {
    return Rule.byType(List.of(plainText(max), mrkdwn(max)));
  }

  static List<Shape> texts(int max) {
    return List.of(plainText(max), mrkdwn(max));
  }

  /** Text 75, value 150, description 75 characters (docs.slack.dev, option object). */
  static Shape option() {
    return Shape.of("")
        .must("text", text(75))
        .must("value", Rule.string(1, 150))
        .may("description", text(75));
  }

  static Shape overflowOption() {
    return option().may("url", Rule.url());
  }

  static Shape optionGroup() {
    return Shape.of("").must("label", plain(75)).must("options", Rule.list(1, 100, option()));
  }

  static Shape confirm() {
    return Shape.of("")
        .must("title", plain(100))
        .must("text", text(300))
        .must("confirm", plain(30))
        .must("deny", plain(30))
        .may("style", Rule.oneOf("primary", "danger"));
  }

  /** By id or address, never both (docs.slack.dev, Slack file object). */
  static Shape slackFile() {
    return Shape.of("")
        .may("id", Rule.form("F[A-Z0-9]{8,}", "F0123456789"))
        .may("url", Rule.url())
        .mustHaveOneOf("id", "url")
        .also(notBoth("id", "url"));
  }

  static Rule notBoth(String one, String other) {
    return (value, place) -> {
      if (value.hasNonNull(one) && value.hasNonNull(other)) {
        place.refuse("must define only one of `" + one + "` and `" + other + "`");
      }
    };
  }

  static Shape filter() {
    return Shape.of("")
        .may("include", Rule.list(1, 4, Rule.oneOf("im", "mpim", "private", "public")))
        .may("exclude_external_shared_channels", Rule.flag())
        .may("exclude_bot_users", Rule.flag());
  }

  static Shape dispatch() {
    return Shape.of("")
        .may(
            "trigger_actions_on",
            Rule.list(1, 2, Rule.oneOf("on_enter_pressed", "on_character_entered")));
  }
}
