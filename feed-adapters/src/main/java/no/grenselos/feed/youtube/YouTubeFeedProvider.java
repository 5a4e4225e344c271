package no.grenselos.feed.youtube;

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
import no.grenselos.mention.Network;

/**
 * Comments under all videos of a channel, or under single videos, with their replies, by the Data
 * API v3 (developers.google.com/youtube/v3/docs). The key is {@code YOUTUBE_API_KEY}. Answers go by
 * hand, or through the API as our own channel with {@code client-id}, {@code YOUTUBE_CLIENT_SECRET}
 * and a {@code YOUTUBE_REFRESH_TOKEN} of the scope youtube.force-ssl.
 *
 * <pre>
 * youtube:
 *   channel: UCxxxxxxxxxxxxxxxxxxxxxx   # all threads related to it
 *   videos: [aaaaaaaaaaa]               # each is one feed; of other channels too
 *   since: 24h                          # how far the first look goes back; default
 *   poll: 5m                            # default
 *   units: 10000                        # most quota units a day; default, less 1,000 if we answer
 *   timeout: 20s                        # of a request; default
 *   client-id: 1-a.apps.googleusercontent.com   # of the app that answers
 *   account: UCxxxxxxxxxxxxxxxxxxxxxx   # our channel, which answers; default: channel
 * </pre>
 *
 * <p>The feeds of one entry share its units evenly, less what looking at single comments may spend
 * (a tenth of what the polls leave, 500 at most), and count them by themselves: what other programs
 * spend of the same project is noticed only when Google says that all is spent.
 */
public final class YouTubeFeedProvider implements FeedProvider {
  static final Network NETWORK = new Network("youtube");

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    Optional<Secret> clientSecret = context.secrets().find("YOUTUBE_CLIENT_SECRET");
    Optional<Secret> refreshToken = context.secrets().find("YOUTUBE_REFRESH_TOKEN");
    boolean withToken = clientSecret.isPresent() && refreshToken.isPresent();
    YouTubeSettings read = YouTubeSettings.read(settings, withToken);
    Optional<String> notByApi = notByApi(read, withToken);
    CommentReader reader = new CommentReader(notByApi);
    List<Feed> feeds =
        read.places().stream()
            .<Feed>map(place -> feed(name, place, read, reader, context))
            .toList();
    Optional<Publisher> publisher =
        clientSecret
            .filter(secret -> notByApi.isEmpty())
            .flatMap(secret -> refreshToken.map(token -> publisher(read, secret, token, context)));
    Source source = new Source(feeds, publisher);
    return read.unitsForLooks() == 0 || read.places().isEmpty()
        ? source
        : source.with(lookup(read, reader, context));
  }

  private static YouTubeLookup lookup(
      YouTubeSettings settings, CommentReader reader, FeedContext context) {
    YouTubeApi api = api(settings, settings.places().getFirst(), settings.unitsForLooks(), context);
    return new YouTubeLookup(api, reader, context.clock());
  }

  private static YouTubeApi api(
      YouTubeSettings settings, Place place, long units, FeedContext context) {
    return new YouTubeApi(
        new FeedClient(context, settings.pace().timeout()),
        settings.api(),
        context.secrets().find("YOUTUBE_API_KEY"),
        place,
        new DailyUnits(units, context.clock()));
  }

  private static Optional<String> notByApi(YouTubeSettings read, boolean withToken) {
    if (!withToken || read.clientId().isEmpty()) {
      return Optional.of("YouTube takes answers only from a person who is logged in.");
    }
    return read.account().isEmpty()
        ? Optional.of("`account` is not set: an answer could be given twice.")
        : Optional.empty();
  }

  private static Feed feed(
      String name,
      Place place,
      YouTubeSettings settings,
      CommentReader reader,
      FeedContext context) {
    YouTubeApi api = api(settings, place, settings.unitsEach(), context);
    String full = name + (place.isVideo() ? "?" : "@") + place.id();
    return new YouTubeFeed(full, api, reader, settings.since(), settings.pace(), context.clock());
  }

  private static Publisher publisher(
      YouTubeSettings settings, Secret clientSecret, Secret refreshToken, FeedContext context) {
    FeedClient client = new FeedClient(context, settings.pace().timeout());
    YouTubeAccess access =
        new YouTubeAccess(client, settings, clientSecret, refreshToken, context.clock());
    YouTubeAccount account = new YouTubeAccount(client, settings.api(), access, settings.account());
    return new YouTubePublisher(account, new DailyUnits(Long.MAX_VALUE, context.clock()));
  }
}
