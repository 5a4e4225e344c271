package no.grenselos.chat.slack;

import java.time.Duration;
import no.grenselos.chat.Delivery;

/** Puts Slack's refusals into words an admin can act on. */
final class SlackRefusals {
  /** Where nothing was sent and Slack did not say when to come back. */
  private static final Duration SOON = Duration.ofSeconds(15);

  /** How often we try a door that an admin has to open. */
  private static final Duration LOCKED_OUT = Duration.ofMinutes(1);

  private SlackRefusals() {}

  /** What it means for a message that a call made before sending it failed: it was not sent. */
  static <T> Delivery beforeSending(SlackReply<T> reply, String place) {
    return switch (reply) {
      case SlackReply.Yes<T> yes -> throw new IllegalArgumentException("no refusal: " + yes);
      case SlackReply.No<T> no -> refused(no, place);
      case SlackReply.TooFast<T> fast -> tooFast(fast.time());
      case SlackReply.NotReached<T> none -> new Delivery.RetryAfter(SOON, none.reason());
      case SlackReply.Unclear<T> unclear -> new Delivery.RetryAfter(SOON, unclear.reason());
    };
  }

  /** What it means for the message that was being sent. */
  static <T> Delivery sending(SlackReply<T> reply, String place) {
    return reply instanceof SlackReply.Unclear<T> unclear
        ? new Delivery.Unsure(unclear.reason())
        : beforeSending(reply, place);
  }

  static Delivery tooFast(Duration wait) {
    return new Delivery.RetryAfter(wait, "Slack asks to slow down");
  }

  private static Delivery refused(SlackReply.No<?> no, String place) {
    return switch (no.error()) {
      case "message_not_found" -> new Delivery.Gone("the message in " + place + " was deleted");
      case "is_archived" -> new Delivery.Gone(place + " is archived");
      case "user_not_found", "users_not_found", "user_disabled" ->
          new Delivery.Gone("there is no such member of the workspace (any more): " + place);
      case "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired" ->
          // nothing is wrong with the message: it waits until the app is let in again
          new Delivery.RetryAfter(LOCKED_OUT, reason(no) + "; " + advice(no, place));
      default -> new Delivery.Refused(reason(no), advice(no, place));
    };
  }

  private static String reason(SlackReply.No<?> no) {
    String details = String.join("; ", no.details());
    return "Slack refused: " + no.error() + (details.isEmpty() ? "" : " (" + details + ")");
  }

  /** What to do about a refusal. */
  static String advice(SlackReply.No<?> no, String place) {
    return switch (no.error()) {
      case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
          "put the app's current Bot User OAuth Token into SLACK_BOT_TOKEN and start again";
      case "missing_scope" -> "add the scope under OAuth & Permissions, then install the app again";
      case "no_permission" -> "let the app do this in " + place + " (its posting permissions)";
      case "not_in_channel", "user_not_in_channel" ->
          "invite the bot: /invite @Grenselos in " + place;
      case "channel_not_found" ->
          "check the name of " + place + "; if it is private, invite the bot: /invite @Grenselos";
      case "already_pinned" -> "nothing: it is pinned";
      case "too_many_pins" ->
          "a channel holds 100 pins: take some away in " + place + ", the card stands all the same";
      case "not_pinnable" -> "nothing: Slack pins no message of this kind in " + place;
      case "not_enabled" -> "switch on the Home Tab under App Home";
      case "cannot_dm_bot", "cannot_dm_self" -> "the handle belongs to a bot: mend experts.yml";
      case "restricted_action", "ekm_access_denied", "team_access_not_granted" ->
          "ask the workspace's admins to let the app write in " + place;
      case "invalid_blocks", "msg_blocks_too_long", "msg_too_long", "invalid_arguments" ->
          "a fault in Grenselos: please report it, with the lines of the log around it";
      case "expired_trigger_id", "trigger_expired" -> "press again";
      default -> "see docs.slack.dev for \"" + no.error() + "\"";
    };
  }
}
