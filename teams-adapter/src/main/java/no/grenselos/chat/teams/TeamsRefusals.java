package no.grenselos.chat.teams;

import java.time.Duration;
import java.util.Set;
import no.grenselos.chat.Delivery;

/**
 * Puts Teams' refusals into words an admin can act on (learn.microsoft.com, "Status codes from bot
 * conversational APIs").
 */
final class TeamsRefusals {
  /** Where nothing was sent and Teams did not say when to come back. */
  private static final Duration SOON = Duration.ofSeconds(15);

  /** How often we try a door that an admin has to open. */
  private static final Duration LOCKED_OUT = Duration.ofMinutes(1);

  /** The person has blocked the app, or does not have it: nothing is sent until they return. */
  private static final Set<String> UNWANTED =
      Set.of(
          "ConversationBlockedByUser",
          "MessageWritesBlocked",
          "BotNotInConversationRoster",
          "BotNotInstalled",
          "ForbiddenOperationException");

  private TeamsRefusals() {}

  /** Whether it means, of a conversation with one person, that they do not want us. */
  static boolean isUnwanted(TeamsReply<?> reply) {
    return reply instanceof TeamsReply.No<?> no && UNWANTED.contains(no.code());
  }

  /** What it means for a message that a call made before sending it failed: it was not sent. */
  static <T> Delivery beforeSending(TeamsReply<T> reply, String place) {
    return switch (reply) {
      case TeamsReply.Yes<T> yes -> throw new IllegalArgumentException("no refusal: " + yes);
      case TeamsReply.No<T> no -> refused(no, place);
      case TeamsReply.TooFast<T> fast -> tooFast(fast.time());
      case TeamsReply.NotReached<T> none -> new Delivery.RetryAfter(SOON, none.reason());
      case TeamsReply.Unclear<T> unclear -> new Delivery.RetryAfter(SOON, unclear.reason());
    };
  }

  /**
   * What it means for the message that was being sent or edited. An edit may safely be done twice;
   * whoever sends knows that of both houses, so it is unsure here too.
   */
  static <T> Delivery sending(TeamsReply<T> reply, String place) {
    return reply instanceof TeamsReply.Unclear<T> unclear
        ? new Delivery.Unsure(unclear.reason())
        : beforeSending(reply, place);
  }

  static Delivery tooFast(Duration wait) {
    return new Delivery.RetryAfter(wait, "Teams asks to slow down");
  }

  private static Delivery refused(TeamsReply.No<?> no, String place) {
    if (no.code().equals("NoToken")) return new Delivery.RetryAfter(LOCKED_OUT, no.message());
    // nothing is wrong with the message: it waits until we are let in again
    if (no.status() == 401)
      return new Delivery.RetryAfter(
          LOCKED_OUT, reason(no) + ": our token is not accepted; " + whatToDo(no, place));
    if (no.status() == 404)
      return new Delivery.Gone("the message or conversation is no longer there: " + place);
    return new Delivery.Refused(reason(no), whatToDo(no, place));
  }

  private static String reason(TeamsReply.No<?> no) {
    String words =
        switch (no.code()) {
          case "ConversationBlockedByUser" -> "the person has blocked the app";
          case "MessageWritesBlocked" -> "the person has blocked the app, or is no longer there";
          case "BotNotInConversationRoster" -> "the app is not (or no longer) a member there";
          case "BotDisabledByAdmin" -> "an admin has disabled the app";
          case "MessageSizeTooBig" -> "the message is too big";
          case "HostNotAllowed" -> "our token may not go there";
          default -> no.isAboutContent() ? "" : no.message();
        };
    String status = no.status() == 0 ? "" : ", HTTP " + no.status();
    return "Teams refused: " + no.code() + status + (words.isEmpty() ? "" : " (" + words + ")");
  }

  /** What to do about a refusal. */
  static String whatToDo(TeamsReply.No<?> no, String place) {
    if (no.status() == 401)
      return "check that chats.teams.app-id is the bot's own, in Azure, your bot, Configuration,"
          + " and of a single tenant";
    if (no.status() == 413 || no.code().equals("MessageSizeTooBig"))
      return "a fault in Grenselos: please report it, with the lines of the log around it";
    return switch (no.code()) {
      case "ConversationBlockedByUser", "MessageWritesBlocked" ->
          "let the person unblock the app in Teams, or take their handle out of experts.yml: "
              + place;
      case "BotNotInConversationRoster" -> "add the app to the team or chat again: " + place;
      case "BotDisabledByAdmin" ->
          "let a Teams admin allow the app: Teams admin center, Teams apps, Manage apps";
      case "ForbiddenOperationException", "BotNotInstalled" ->
          "install the app for the person: Teams admin center, Setup policies; " + place;
      case "HostNotAllowed" ->
          "if " + no.message() + " is Microsoft's, add it to chats.teams.service-urls";
      case "BadSyntax", "BadArgument", "NotSendable", "ActivityConflict" ->
          "a fault in Grenselos: please report it, with the lines of the log around it";
      default ->
          no.status() == 403
              ? "see that the app is installed and allowed in " + place
              : "see Teams' status codes for bots at learn.microsoft.com for \"" + no.code() + "\"";
    };
  }
}
