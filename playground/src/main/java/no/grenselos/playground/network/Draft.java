package no.grenselos.playground.network;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to post.
 *
 * @param language two letters; the account's own where null
 * @param visibility public, unlisted, private or direct
 * @param inReplyTo id of the post it answers
 */
public record Draft(
    String text, @Nullable String language, String visibility, @Nullable String inReplyTo) {

  /** A public post in the account's language. */
  public static Draft of(String text) {
    return new Draft(text, null, "public", null);
  }

  /** A public answer in the account's language. */
  public static Draft answer(String text, String inReplyTo) {
    return new Draft(text, null, "public", inReplyTo);
  }
}
