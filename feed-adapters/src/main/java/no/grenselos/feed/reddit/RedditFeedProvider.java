package no.grenselos.feed.reddit;

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
import no.grenselos.mention.Network;

/**
 * Reddit's search, the new comments of subreddits, and mentions of an account; replies through the
 * API. The app's secret is {@code REDDIT_CLIENT_SECRET}; with the account's {@code
 * REDDIT_REFRESH_TOKEN} mentions are read and answers given. Commercial use needs a contract with
 * Reddit (Data API Terms).
 *
 * <pre>
 * reddit:
 *   client-id: abcDEF123                # of the app, from reddit.com/prefs/apps
 *   user-agent: "linux:example.lyngheia.grenselos:v1 (by /u/lyngheiakraft)"
 *   account: lyngheiakraft              # ours: finds our answers, so that none is given twice
 *   search: "varmepumpe OR strømpris"   # posts; at most 512 characters
 *   subreddits: [norge, strom]          # searched; default: all of Reddit
 *   comments: true                      # all new comments of the subreddits; default false
 *   mentions: true                      # of our account; default false
 *   since: 24h                          # first look; default: the newest 100
 *   poll: 60s                           # default
 *   timeout: 20s                        # of a request; default
 * </pre>
 */
public final class RedditFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("reddit");

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    RedditSettings read = RedditSettings.read(settings);
    Optional<Secret> refreshToken = context.secrets().find("REDDIT_REFRESH_TOKEN");
    Optional<String> notByApi = notByApi(read, refreshToken);
    ThingReader reader = new ThingReader(notByApi);
    List<Feed> feeds = new ArrayList<>();
    read.search()
        .map(query -> {
          RedditApi api = api(read, refreshToken, context);
          RedditListing search = RedditListing.ofSearch(api, read.subreddits(), query);
          return new RedditFeed(name + "?search", search, read, api, reader, context.clock());
        })
        .ifPresent(feeds::add);
    if (read.comments()) {
      RedditApi api = api(read, refreshToken, context);
      RedditListing comments = RedditListing.ofComments(api, read.subreddits());
      feeds.add(new RedditFeed(name + "+comments", comments, read, api, reader, context.clock()));
    }
    if (read.mentions()) {
      RedditApi api = api(read, refreshToken, context);
      RedditListing mentions = RedditListing.ofMentions(api);
      feeds.add(new RedditFeed(name + "@mentions", mentions, read, api, reader, context.clock()));
    }
    Optional<Publisher> publisher =
        notByApi.isPresent()
            ? Optional.empty()
            : Optional.of(new RedditPublisher(api(read, refreshToken, context), read.account()));
    RedditApi looking = api(read, refreshToken, context);
    return new Source(feeds, publisher).with(new RedditLookup(looking, reader, context.clock()));
  }

  @Override
  public Fetch replay(byte[] file) {
    return RedditRecording.replay(file);
  }

  private static Optional<String> notByApi(RedditSettings read, Optional<Secret> refreshToken) {
    if (refreshToken.isEmpty()) {
      return Optional.of("No token of our account is set (REDDIT_REFRESH_TOKEN).");
    }
    return read.account().isEmpty()
        ? Optional.of("`account` is not set: an answer could be given twice.")
        : Optional.empty();
  }

  private static RedditApi api(
      RedditSettings settings, Optional<Secret> refreshToken, FeedContext context) {
    FeedClient client = new FeedClient(context, settings.pace().timeout());
    Optional<Secret> clientSecret = context.secrets().find("REDDIT_CLIENT_SECRET");
    RedditAccess access =
        new RedditAccess(client, settings, clientSecret, refreshToken, context.clock());
    return new RedditApi(client, settings.api(), access, settings.userAgent());
  }
}
