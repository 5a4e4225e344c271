package no.grenselos.feed.bluesky;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.mention.MentionId;

/**
 * The network's name for one record (atproto.com, AT URI scheme): whose, in which collection,
 * which. The account is always a DID here, since a handle may change hands.
 */
record AtUri(String did, String collection, String key) {
  static final String POSTS = "app.bsky.feed.post";

  /** Stricter than the specification in length only; a mention's id holds 500 characters. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "at://(did:[a-z]{1,10}:[A-Za-z0-9._:%-]{1,200})"
              + "/([A-Za-z0-9.-]{3,120})/([A-Za-z0-9._:~-]{1,120})");

  /** Empty when it is something else; the text may come from anywhere. */
  static Optional<AtUri> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)));
  }

  /** As {@link #parse}, of posts only. */
  static Optional<AtUri> post(String text) {
    return parse(text).filter(AtUri::isPost);
  }

  boolean isPost() {
    return collection.equals(POSTS);
  }

  MentionId mentionId() {
    return new MentionId(BlueskyFeedProvider.NETWORK, toString());
  }

  /**
   * The post's page for people.
   *
   * @param who the author's handle or DID
   */
  URI page(String who) {
    return URI.create("https://bsky.app/profile/" + who.replace("%", "%25") + "/post/" + key);
  }

  @Override
  public String toString() {
    return "at://" + did + "/" + collection + "/" + key;
  }
}
