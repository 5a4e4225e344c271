package no.grenselos.playground.teams.tenant;

/** How the bot stands with a person, team or group chat. */
public enum Standing {
  INSTALLED,
  /** Never installed there, or thrown out. */
  ABSENT,
  /** The person blocked it; there is no event for that. */
  BLOCKED,
  /** The person may not be written to; there is no event for that either. */
  SILENCED;

  /** Throws what the connector answers to whoever writes there. */
  void admit() {
    switch (this) {
      case INSTALLED -> {}
      case ABSENT ->
          throw TeamsRefusal.forbidden(
              "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
      case BLOCKED ->
          throw TeamsRefusal.forbidden(
              "ConversationBlockedByUser", "User blocked the conversation with the bot.");
      case SILENCED ->
          throw TeamsRefusal.forbidden(
              "MessageWritesBlocked", "Message writes are blocked in this conversation.");
    }
  }
}
