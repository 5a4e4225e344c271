package no.grenselos.feed.bluesky;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import no.grenselos.feed.http.Fingerprint;

/**
 * The latest thousand posts that were let through, by the beginning of their address's fingerprint:
 * about ten thousand deletes an hour come by, of which only theirs are worth a word. A post is
 * mostly deleted soon; one deleted after a thousand others is not heard of. Not thread safe.
 */
final class LetThrough {
  static final int KEPT = 1000;

  /** 48 bits: of ten million foreign deletes none is taken for one of a thousand posts. */
  private static final int LENGTH = 12;

  private final SequencedSet<String> posts = new LinkedHashSet<>();

  static LetThrough of(String text) {
    LetThrough let = new LetThrough();
    for (int at = 0; at + LENGTH <= text.length() && let.posts.size() < KEPT; at += LENGTH) {
      let.posts.add(text.substring(at, at + LENGTH));
    }
    return let;
  }

  String text() {
    return String.join("", posts);
  }

  boolean knows(AtUri post) {
    return posts.contains(name(post));
  }

  void add(AtUri post) {
    posts.add(name(post));
    if (posts.size() > KEPT) posts.removeFirst();
  }

  void forget(AtUri post) {
    posts.remove(name(post));
  }

  private static String name(AtUri post) {
    return Fingerprint.of(post.toString()).substring(0, LENGTH);
  }
}
