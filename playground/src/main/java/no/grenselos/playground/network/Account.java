package no.grenselos.playground.network;

import java.time.Instant;

/**
 * Somebody who posts.
 *
 * @param id decimal, increasing
 * @param acct "kari" on this server, "kari@annet.example" on another one
 * @param language of what they post, two letters
 * @param audience what the profile says about their standing
 */
public record Account(
    String id, String acct, String displayName, String language, Audience audience) {

  /**
   * What a profile says about somebody's standing.
   *
   * @param followers people, 0 or more
   * @param bot posts by itself, by its own word
   */
  public record Audience(int followers, boolean bot, Instant joinedAt) {
    public Audience {
      if (followers < 0) {
        throw new IllegalArgumentException("followers is " + followers + ", must be 0 or more");
      }
    }
  }

  public Account {
    if (!acct.matches("[A-Za-z0-9_]+([A-Za-z0-9_.-]*[A-Za-z0-9_])?(@[A-Za-z0-9.-]+)?")) {
      throw new IllegalArgumentException("acct is " + acct + ", must be name or name@server");
    }
  }

  /** Whether the account lives on this server. */
  public boolean local() {
    return !acct.contains("@");
  }

  /** The name without its server. */
  public String username() {
    return local() ? acct : acct.substring(0, acct.indexOf('@'));
  }
}
