package no.grenselos.feed.stackexchange;

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
 * Questions on Stack Overflow and its sister sites, by API 2.3 (api.stackexchange.com/docs). With
 * the key {@code STACKEXCHANGE_KEY} there are 10,000 requests a day, without one 300 from each
 * address. Answers go by hand: writing needs a person's own login.
 *
 * <pre>
 * stackexchange:
 *   site: stackoverflow            # as the API calls it; default
 *   tags: [heat-pump, "java rss"]  # each is one feed; of several words all are needed
 *   since: 24h                     # how far the first look goes back; default
 *   poll: 10m                      # default: 144 requests a day
 *   timeout: 20s                   # of a request; default
 *   api: https://api.stackexchange.com/    # default
 * </pre>
 */
public final class StackExchangeFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("stackexchange");

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    StackExchangeSettings read = StackExchangeSettings.read(settings);
    List<Feed> feeds =
        read.tags().stream().<Feed>map(tags -> feed(name, tags, read, context)).toList();
    return new Source(feeds, Optional.empty())
        .with(new StackExchangeLookup(api(read, context), context.clock()));
  }

  @Override
  public Fetch replay(byte[] file) {
    return StackExchangeRecording.replay(file);
  }

  private static Feed feed(
      String name, String tags, StackExchangeSettings settings, FeedContext context) {
    StackExchangeApi api = api(settings, context);
    return new StackExchangeFeed(name + "#" + tags, tags, settings, api, context.clock());
  }

  private static StackExchangeApi api(StackExchangeSettings settings, FeedContext context) {
    return new StackExchangeApi(
        new FeedClient(context, settings.pace().timeout()),
        settings.api(),
        settings.site(),
        context.secrets().find("STACKEXCHANGE_KEY"));
  }
}
