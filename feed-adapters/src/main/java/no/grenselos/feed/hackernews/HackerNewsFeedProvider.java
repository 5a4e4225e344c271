package no.grenselos.feed.hackernews;

import java.util.List;
import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.mention.Network;

/**
 * Stories and comments on Hacker News; needs no secret. Found by Algolia's search (hn.algolia.com),
 * looked at again by the site's own API (github.com/HackerNews/API). Nobody can write through
 * either, so answers go by hand.
 *
 * <pre>
 * hackernews:
 *   queries: [grenselos, "heat pump"]   # each is one feed
 *   since: 24h                          # how far the first look goes back; default
 *   poll: 60s                           # default
 *   timeout: 20s                        # of a request; default
 *   search-api: https://hn.algolia.com/               # default
 *   item-api: https://hacker-news.firebaseio.com/     # default
 * </pre>
 */
public final class HackerNewsFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("hackernews");

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    HackerNewsSettings read = HackerNewsSettings.read(settings);
    List<Feed> feeds =
        read.queries().stream().<Feed>map(query -> feed(name, query, read, context)).toList();
    return new Source(feeds, Optional.empty())
        .with(new HackerNewsLookup(api(read, context), context.clock()));
  }

  @Override
  public Fetch replay(byte[] file) {
    return HackerNewsRecording.replay(file);
  }

  private static Feed feed(
      String name, String query, HackerNewsSettings settings, FeedContext context) {
    HackerNewsApi api = api(settings, context);
    return new HackerNewsFeed(name + "?" + query, query, settings, api, context.clock());
  }

  private static HackerNewsApi api(HackerNewsSettings settings, FeedContext context) {
    FeedClient client = new FeedClient(context, settings.pace().timeout());
    return new HackerNewsApi(client, settings.searchApi(), settings.itemApi());
  }
}
