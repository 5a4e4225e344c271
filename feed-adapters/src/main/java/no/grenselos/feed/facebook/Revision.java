package no.grenselos.feed.facebook;

import no.grenselos.feed.http.Fingerprint;

/**
 * Names a state of a post by its words, because Meta numbers no edits: the webhook, the list and
 * the question for a single post then name the same state alike, whoever tells it first.
 *
 * @param words as their author wrote them, tidied
 * @param whole whether all is told; what a webhook tells by half is completed later by another
 *     revision
 */
record Revision(String words, boolean whole) {
  private static final String HALF = "~";

  String name() {
    return Fingerprint.of(words) + (whole ? "" : HALF);
  }

  /** The same state, told once more because an older one may have taken its place. */
  static String again(String name) {
    return name + "=";
  }

  static boolean isHalf(String name) {
    return name.endsWith(HALF);
  }
}
