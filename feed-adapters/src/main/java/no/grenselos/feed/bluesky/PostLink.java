package no.grenselos.feed.bluesky;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The address of a post's page.
 *
 * @param who the author's handle or DID
 * @param key of the post among the author's
 */
record PostLink(String who, String key) {
  private static final Pattern PATH =
      Pattern.compile("/profile/([A-Za-z0-9._:%-]{3,253})/post/([A-Za-z0-9._:~-]{1,120})/?");

  static Optional<PostLink> of(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null || !url.host().equals("bsky.app")) return Optional.empty();
    Matcher path = PATH.matcher(url.encodedPath());
    if (!path.matches()) return Optional.empty();
    return Optional.of(new PostLink(path.group(1).replace("%3A", ":"), path.group(2)));
  }

  boolean namesAccount() {
    return OurAccount.isDid(who);
  }

  Optional<AtUri> of(String did) {
    return AtUri.post("at://" + did + "/" + AtUri.POSTS + "/" + key);
  }
}
