package no.grenselos.feed.x;

import java.lang.ref.WeakReference;
import java.util.Optional;
import no.grenselos.feed.FeedContext;
import okhttp3.HttpUrl;

/**
 * Knows which entry listens: X gives an app one stream (docs.x.com, Filtered stream), and all
 * entries are the same app. The entries of one configuration are opened with one context, and
 * another reading of the file has another; so nothing is remembered from one to the next. Safe for
 * many threads.
 */
final class OneStream {
  private WeakReference<FeedContext> configuration = new WeakReference<>(null);
  private HttpUrl api = HttpUrl.get("https://api.x.com/");
  private String listener = "";

  /** The other entry that listens already; empty where this one may. */
  synchronized Optional<String> taken(String name, HttpUrl at, FeedContext context) {
    boolean first = !configuration.refersTo(context) || !api.equals(at);
    if (!first) return Optional.of(listener).filter(other -> !other.equals(name));
    configuration = new WeakReference<>(context);
    api = at;
    listener = name;
    return Optional.empty();
  }
}
