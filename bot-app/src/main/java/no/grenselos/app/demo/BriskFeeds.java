package no.grenselos.app.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.app.wiring.FeedAround;
import no.grenselos.app.wiring.Providers;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Source;
import no.grenselos.mention.Network;

/**
 * A network's own feeds, looking more often than may be asked of a real server: the playground's
 * does not mind, and a visitor should not wait.
 */
record BriskFeeds(FeedProvider provider) implements FeedProvider {
  private static final Duration POLL = Duration.ofMillis(150);

  /** The installed adapters, with brisk feeds for Mastodon. */
  static Providers providers() {
    Providers installed = Providers.installed();
    Map<String, FeedProvider> feeds = new HashMap<>(installed.feeds());
    feeds.computeIfPresent("mastodon", (name, provider) -> new BriskFeeds(provider));
    return new Providers(
        installed.stores(), installed.chats(), feeds, installed.encoders(), installed.logs());
  }

  @Override
  public Network network() {
    return provider.network();
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    Source source = provider.open(name, settings, context);
    List<Feed> feeds = source.feeds().stream().<Feed>map(Brisk::new).toList();
    return source.with(feeds);
  }

  private static final class Brisk extends FeedAround {
    Brisk(Feed feed) {
      super(feed);
    }

    @Override
    public Duration poll() {
      return POLL;
    }
  }
}
