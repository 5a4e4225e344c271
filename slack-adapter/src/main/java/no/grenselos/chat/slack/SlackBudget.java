package no.grenselos.chat.slack;

/** How many characters a message may still have. Not thread safe: one per message. */
final class SlackBudget {
  /** Slack refuses more over all blocks, undocumented, at about 13,200 (bolt-js issue 2509). */
  static final int MESSAGE = 13_000;

  /**
   * A view may be 250 kB of JSON (docs.slack.dev, views.open); this is far below, in any script.
   */
  static final int FORM = 40_000;

  private int left;

  SlackBudget(int left) {
    this.left = left;
  }

  /** The most that one text may use; at least one character, as Slack refuses empty texts. */
  int atMost(int wanted) {
    return Math.max(1, Math.min(wanted, left));
  }

  String spend(String text) {
    left -= text.length();
    return text;
  }

  /** Whether there is no room any more for an author, a link and some words of a post. */
  boolean isSpent() {
    return left < 700;
  }
}
