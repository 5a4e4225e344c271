package no.grenselos.feed.youtube;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The address that opens a video with one comment on top, {@code watch?v=...&lc=...}. A reply's id
 * is its thread's, a dot and its own.
 *
 * @param id of the comment
 */
record CommentLink(String id) {
  private static final Set<String> SITES =
      Set.of("www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be");

  static Optional<CommentLink> of(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null || !SITES.contains(url.host())) return Optional.empty();
    return Optional.ofNullable(url.queryParameter("lc"))
        .filter(Comment::isId)
        .map(CommentLink::new);
  }

  static boolean isReply(String id) {
    return id.indexOf('.') > 0;
  }

  /** The id itself for a top-level comment. */
  static String thread(String id) {
    return isReply(id) ? id.substring(0, id.indexOf('.')) : id;
  }
}
