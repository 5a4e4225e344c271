package no.grenselos.feed.bluesky;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.LiveFeed;
import no.grenselos.mention.Network;

/**
 * Searches on Bluesky and what is said to an account; replies through the API. The account's app
 * password is the secret {@code BLUESKY_APP_PASSWORD}.
 *
 * <pre>
 * bluesky:
 *   handle: lyngheia.bsky.social          # the account that reads and answers
 *   search: [varmepumpe, "#strøm", "lyngheia kraft"]   # each is one feed
 *   notifications: true                   # mentions, replies, quotes, likes; default false
 *   jetstream:                            # listens to everything, lets through:
 *     words: [varmepumpe*, "#strøm", lyngheia]   # and what names or answers the account
 *     hosts: [jetstream.example]          # in turn; default: Bluesky's own
 *   service: https://bsky.social          # the account's own server; default
 *   poll: 30s                             # default
 *   since: 24h                            # first look; default: the newest 100 posts
 *   timeout: 20s                          # of a request; default
 * </pre>
 */
public final class BlueskyFeedProvider implements FeedProvider {
  static final Network NETWORK = new Network("bluesky");

  private final Duration patience;

  public BlueskyFeedProvider() {
    this(LiveFeed.Habits.PATIENCE);
  }

  /**
   * @param patience of a fetch that listens
   */
  BlueskyFeedProvider(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    BlueskySettings read = BlueskySettings.read(settings);
    Optional<Secret> password = context.secrets().find("BLUESKY_APP_PASSWORD");
    Session session = new Session(read.service(), read.handle(), password, context.clock());
    List<Feed> feeds = new ArrayList<>();
    for (String search : read.searches()) {
      feeds.add(feed(name + "#" + search, new Listing.Search(search), read, session, context));
    }
    if (read.notifications()) {
      feeds.add(feed(name + "@mentions", new Listing.Notifications(), read, session, context));
    }
    read.jetstream()
        .map(stream -> listening(name, stream, read, session, context))
        .ifPresent(feeds::add);
    Optional<Publisher> publisher =
        password.map(set -> new BlueskyPublisher(api(read, session, context), context.clock()));
    Source source = new Source(feeds, publisher);
    return password.isEmpty()
        ? source
        : source.with(new BlueskyLookup(api(read, session, context), context.clock()));
  }

  private static Feed feed(
      String name,
      Listing listing,
      BlueskySettings settings,
      Session session,
      FeedContext context) {
    return new BlueskyFeed(
        name, listing, settings, api(settings, session, context), context.clock());
  }

  private LiveFeed listening(
      String name,
      JetstreamSettings stream,
      BlueskySettings settings,
      Session session,
      FeedContext context) {
    FeedClient client = new FeedClient(context, settings.pace().timeout());
    OurAccount account = new OurAccount(client, settings.service(), settings.handle());
    Optional<ShownPosts> shown =
        context
            .secrets()
            .find("BLUESKY_APP_PASSWORD")
            .map(set -> new ShownPosts(new BlueskyApi(client, session), new PostReader(true)));
    JetstreamSource source =
        new JetstreamSource(client, stream, account, shown, settings.since(), context.clock());
    return new LiveFeed(
        name + "@jetstream",
        NETWORK,
        new LiveFeed.Line(client, settings.pace(), context.clock()),
        source,
        new LiveFeed.Habits(JetstreamSource.LADDER, patience, List.of(), Optional.empty(), false));
  }

  private static BlueskyApi api(BlueskySettings settings, Session session, FeedContext context) {
    return new BlueskyApi(new FeedClient(context, settings.pace().timeout()), session);
  }
}
