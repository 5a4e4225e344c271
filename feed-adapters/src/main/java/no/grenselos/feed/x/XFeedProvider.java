package no.grenselos.feed.x;

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
 * X API v2. Reads with the app's bearer token {@code X_BEARER_TOKEN}; answers with our account's
 * token {@code X_USER_TOKEN}, where X allows it. Every post read costs money (docs.x.com, Pricing):
 * mentions of one's own account a fifth of search results. Single posts are looked at with the
 * bearer token too. X's webhooks come in at {@code /in/feeds/<name of the entry>} and are signed
 * with the app's {@code X_CONSUMER_SECRET} or its newer {@code X_CLIENT_SECRET}.
 *
 * <pre>
 * x:
 *   search: "lyngheia -is:retweet"   # recent search, at most 512 characters
 *   stream: true                     # be told of the search at once; one stream an app; default false
 *   webhook: true                    # X calls us: Account Activity, X Activity; default false
 *   user-id: "1234567890"            # mentions of this account
 *   account: lyngheiakraft           # ours: knows who called us, and finds our answers
 *   price: 0.005 USD                 # of a post read; the console's System adds it up
 *   poll: 60s                        # default
 *   timeout: 20s                     # of a request; default
 *   api: https://api.x.com           # default
 * </pre>
 */
public final class XFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("x");

  private final OneStream streams = new OneStream();
  private final Duration patience;

  public XFeedProvider() {
    this(LiveFeed.Habits.PATIENCE);
  }

  /**
   * @param patience of a fetch that listens
   */
  XFeedProvider(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    XSettings read = XSettings.read(settings);
    if (read.stream()) refuseSecond(name, read, settings, context);
    Optional<Secret> userToken = context.secrets().find("X_USER_TOKEN");
    PostReader reader = new PostReader(read.account(), userToken.isPresent());
    List<Feed> feeds = new ArrayList<>();
    read.search()
        .map(query -> searching(name + "?search", query, read, reader, context))
        .ifPresent(feeds::add);
    read.userId()
        .map(id -> XQuery.ofMentions(read.api(), id))
        .map(query -> new XFeed(name + "@mentions", query, read, api(read, context), reader))
        .ifPresent(feeds::add);
    Optional<Publisher> publisher =
        userToken.map(token ->
            new XPublisher(
                api(read, context),
                new FeedClient(context, read.pace().timeout()),
                read.api(),
                token,
                read.account()));
    Source source = new Source(feeds, publisher);
    XApi asking = api(read, context);
    Source looking =
        asking.token().isEmpty()
            ? source
            : source.with(new XLookup(asking, read.api(), reader, context.clock()));
    if (!read.webhook()) return looking;
    OurOwn ours = new OurOwn(read.account(), read.userId());
    WebhookReader calls = new WebhookReader(reader, ours, context.clock());
    return inlet(name, calls, settings, context).map(looking::with).orElse(looking);
  }

  private void refuseSecond(String name, XSettings read, Settings settings, FeedContext context) {
    streams
        .taken(name, read.api(), context)
        .ifPresent(other ->
            settings.problem(
                "stream",
                "X gives an app one stream, and `"
                    + other
                    + "` listens already: put both searches into that entry as (one) OR (other),"
                    + " or leave out stream here"));
  }

  private static Optional<XInlet> inlet(
      String name, WebhookReader reader, Settings settings, FeedContext context) {
    WebhookSecrets secrets = WebhookSecrets.of(context.secrets());
    if (!secrets.isEmpty()) return Optional.of(new XInlet(name, secrets, reader));
    settings.problem(
        "webhook",
        "needs the app's consumer secret in the environment variable X_CONSUMER_SECRET (or its"
            + " OAuth 2.0 client secret in X_CLIENT_SECRET): X signs with it");
    return Optional.empty();
  }

  @Override
  public Fetch replay(byte[] file) {
    return XRecording.replay(file);
  }

  private Feed searching(
      String name, String search, XSettings settings, PostReader reader, FeedContext context) {
    XApi api = api(settings, context);
    XQuery query = XQuery.ofSearch(settings.api(), search);
    XFeed asking = new XFeed(name, query, settings, api, reader);
    if (!settings.stream()) return asking;
    return new LiveFeed(
        name,
        NETWORK,
        new LiveFeed.Line(api.client(), settings.pace(), context.clock()),
        new XStream(api, settings.api(), search, asking, reader),
        new LiveFeed.Habits(
            XStream.LADDER,
            patience,
            List.of(XStream.SETTLES, XStream.CERTAIN),
            Optional.empty(),
            false));
  }

  private static XApi api(XSettings settings, FeedContext context) {
    return new XApi(
        new FeedClient(context, settings.pace().timeout()),
        context.secrets().find("X_BEARER_TOKEN"));
  }
}
