package no.grenselos.feed.mastodon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Recording;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.LiveFeed;
import no.grenselos.mention.Network;

/**
 * Hashtag timelines and mentions of an account on a Mastodon server; replies through the API. The
 * token is the secret {@code MASTODON_TOKEN}; public hashtags are read without one.
 *
 * <pre>
 * mastodon:
 *   server: https://mastodon.example
 *   hashtags: [varmepumpe, "strøm strømpris"]   # a group of up to four is one feed
 *   notifications: true                          # mentions of the token's account; default false
 *   stream: true                                 # be told at once; default false
 *   poll: 30s                                    # default
 *   since: 24h                                   # first look; default: the newest 40 posts
 *   timeout: 20s                                 # of a request; default
 * </pre>
 */
public final class MastodonFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("mastodon");

  private final Duration patience;

  public MastodonFeedProvider() {
    this(LiveFeed.Habits.PATIENCE);
  }

  /**
   * @param patience of a fetch that listens
   */
  MastodonFeedProvider(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    MastodonSettings read = MastodonSettings.read(settings);
    Optional<Secret> token = context.secrets().find("MASTODON_TOKEN");
    List<Feed> feeds = new ArrayList<>();
    for (List<String> tags : read.feeds()) {
      Timeline timeline = Timeline.ofTags(read.server(), tags);
      feeds.add(feed(name + "#" + String.join("+", tags), timeline, read, token, context));
    }
    if (read.notifications()) {
      Timeline timeline = Timeline.ofMentions(read.server());
      feeds.add(feed(name + "@mentions", timeline, read, token, context));
    }
    Optional<Publisher> publisher =
        token.map(secret -> new MastodonPublisher(api(read, token, context)));
    MastodonApi looking = api(read, token, context);
    return new Source(feeds, publisher)
        .with(new MastodonLookup(looking, context.clock(), read.server()));
  }

  @Override
  public Fetch replay(byte[] file) {
    return MastodonRecording.replay(file);
  }

  private Feed feed(
      String name,
      Timeline timeline,
      MastodonSettings settings,
      Optional<Secret> token,
      FeedContext context) {
    MastodonApi api = api(settings, token, context);
    // who listens looks back for itself
    Optional<Duration> sweep = settings.stream() ? Optional.empty() : Optional.of(Streaming.SWEEP);
    MastodonFeed asking = new MastodonFeed(name, timeline, settings, api, context.clock(), sweep);
    if (!settings.stream()) return asking;
    StatusReader reader = new StatusReader(settings.server(), token.isPresent());
    return new LiveFeed(
        name,
        NETWORK,
        new LiveFeed.Line(api.client(), settings.pace(), context.clock()),
        new Streaming(api, timeline, asking, new StreamEvents(reader, context.clock())),
        new LiveFeed.Habits(
            Streaming.LADDER, patience, List.of(), Optional.of(Streaming.SWEEP), true));
  }

  private static MastodonApi api(
      MastodonSettings settings, Optional<Secret> token, FeedContext context) {
    return new MastodonApi(
        new FeedClient(context, settings.pace().timeout()), settings.server(), token);
  }
}
