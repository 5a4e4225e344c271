package no.grenselos.feed.trouble;

import java.net.URI;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.x.XFeedProvider;

/**
 * What names an account on X (docs.x.com, User mention timeline): as the search, but at once and
 * the latest 800 only, and with another name for the token of a page.
 */
final class XMentionsNetwork extends XNetwork {
  private static final int MOST = 800;

  XMentionsNetwork(World world, Mischief mischief) {
    super(world, mischief);
  }

  @Override
  String tokenName() {
    return "pagination_token";
  }

  @Override
  List<Version> listed() {
    return until(world().now()).stream().limit(MOST).toList();
  }

  @Override
  Feed open(URI address, FeedContext context) {
    Map<String, String> entry = Map.of("user-id", "4711", "api", address.toString());
    return opened(new XFeedProvider(), context, entry);
  }
}
