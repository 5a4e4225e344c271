package no.grenselos.mention;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a post, as far as the network tells.
 *
 * @param handle without the leading @; {@code kari@mastodon.example} for another server; empty when
 *     unknown
 * @param name as shown; empty when unknown
 * @param link to the profile, where the network has one
 * @param followers in people when captured; 0 where the network does not say
 */
public record Author(String handle, String name, @Nullable URI link, int followers) {
  public static final Author UNKNOWN = new Author("", "", null, 0);

  public Author {
    if (followers < 0) {
      throw new IllegalArgumentException("followers is " + followers + ", must be 0 or more");
    }
  }

  /** The name people know them by: the name, else the handle, else empty. */
  public String shownName() {
    return name.isBlank() ? handle : name;
  }
}
