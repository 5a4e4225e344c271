package no.grenselos.mention;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names somebody outside, as a network knows them: {@code mastodon:@kari@mastodon.example}, or by
 * the network's own id of the account where their posts or profile carry it, as {@code
 * bluesky:did:plc:abc}.
 *
 * @param name handle without the leading @, or id; upper and lower case are the same
 */
public record AuthorName(Network network, String name) {
  /** What {@link #parse} reads, for messages. */
  public static final String RULE =
      "must be NETWORK:HANDLE, as mastodon:@kari@mastodon.example or x:@kari";

  private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,31}):@?(\\S{1,300})");

  public AuthorName {
    if (name.isBlank()) throw new IllegalArgumentException("author's name is blank");
  }

  /**
   * Reads what an admin typed.
   *
   * @throws IllegalArgumentException when it names nobody; the text is {@link #RULE}
   */
  public static AuthorName parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) throw new IllegalArgumentException(RULE);
    return new AuthorName(new Network(parts.group(1)), parts.group(2));
  }

  /** Whether the post is theirs. */
  public boolean wrote(Mention post) {
    return post.network().equals(network)
        && (post.author().handle().equalsIgnoreCase(name)
            || isLastOf(post.author().link())
            || isAccountOf(post.id().id()));
  }

  /** Profiles end with the account: {@code https://mastodon.example/@kari}. */
  private boolean isLastOf(@Nullable URI profile) {
    if (profile == null || profile.getPath() == null) return false;
    String path = profile.getPath().replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return (last.startsWith("@") ? last.substring(1) : last).equalsIgnoreCase(name);
  }

  /** Bluesky's ids name the account: {@code at://did:plc:abc/app.bsky.feed.post/3k}. */
  private boolean isAccountOf(String id) {
    return id.toLowerCase(Locale.ROOT).startsWith("at://" + name.toLowerCase(Locale.ROOT) + "/");
  }

  @Override
  public String toString() {
    return network + ":@" + name;
  }
}
