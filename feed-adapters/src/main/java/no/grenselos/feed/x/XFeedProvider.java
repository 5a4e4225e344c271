package no.grenselos.feed.x;

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
 * X API v2. Reads with the app's bearer token {@code X_BEARER_TOKEN}; answers with our account's
 * token {@code X_USER_TOKEN}, where X allows it. Every post read costs money (docs.x.com, Pricing):
 * mentions of one's own account a fifth of search results.
 *
 * <pre>
 * x:
 *   search: "lyngheia -is:retweet"   # recent search, at most 512 characters
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

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    XSettings read = XSettings.read(settings);
    Optional<Secret> userToken = context.secrets().find("X_USER_TOKEN");
    PostReader reader = new PostReader(read.account(), userToken.isPresent());
    List<Feed> feeds = new ArrayList<>();
    read.search()
        .map(query -> XQuery.ofSearch(read.api(), query))
        .map(query -> new XFeed(name + "?search", query, read, api(read, context), reader))
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
    return new Source(feeds, publisher);
  }

  @Override
  public Fetch replay(byte[] file) {
    return XRecording.replay(file);
  }

  private static XApi api(XSettings settings, FeedContext context) {
    return new XApi(
        new FeedClient(context, settings.pace().timeout()),
        context.secrets().find("X_BEARER_TOKEN"));
  }
}
