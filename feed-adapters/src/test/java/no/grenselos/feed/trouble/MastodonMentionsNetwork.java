package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.mastodon.MastodonFeedProvider;

/**
 * Mentions of an account (docs.joinmastodon.org, Notifications): numbered and ordered by when they
 * came, however late their posts are; one goes with its post.
 */
final class MastodonMentionsNetwork extends MastodonNetwork {
  static final Duration LATE = Duration.ofHours(1);

  /** Of the notifications, by the number of their post. */
  private final Map<Integer, Integer> numbers = new HashMap<>();

  MastodonMentionsNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  @Override
  List<Post> listed() {
    List<Post> shown = world().shown();
    shown.stream()
        .sorted(Comparator.comparing(Post::shown))
        .forEach(post -> numbers.putIfAbsent(post.number(), numbers.size() + 1));
    return shown.stream().sorted(Comparator.comparingLong(this::place).reversed()).toList();
  }

  @Override
  long place(Post post) {
    return numbers.get(post.number());
  }

  @Override
  ObjectNode item(Post post) {
    ObjectNode notification =
        Json.object()
            .put("id", String.valueOf(place(post)))
            .put("type", "mention")
            .put("created_at", post.shown().toString());
    notification.putObject("account").put("acct", "kari");
    notification.set("status", status(post));
    return notification;
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = Map.of("server", address.toString(), "notifications", "true");
    return opened(new MastodonFeedProvider(), context, entry);
  }
}
