package no.grenselos.feed.rss;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/**
 * RSS and Atom feeds, well-formed or not. Replies are given by hand, on the page itself.
 *
 * <pre>
 * rss:
 *   url: https://site.example/feed.xml
 *   poll: 10m                            # default
 *   timeout: 20s                         # of a request; default
 *   websub: true                         # its hub tells us of changes; default false
 * </pre>
 *
 * <p>With {@code websub} the console's {@code url} must be the public address, and the secret
 * {@code WEBSUB_SECRET} set.
 */
public final class RssFeedProvider implements FeedProvider, Recording {
  static final Network NETWORK = new Network("rss");
  private static final HttpUrl NO_ADDRESS = HttpUrl.get("https://recorded.invalid/");

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    RssSettings read = RssSettings.read(settings);
    FeedClient client = new FeedClient(context, read.pace().timeout());
    Optional<HubSubscriber> hub =
        read.websub()
            ? new HubSetup(name, settings, context).of(read.url(), client)
            : Optional.empty();
    RssFeed feed = new RssFeed(name, read, client, context.clock(), hub);
    Source source = new Source(List.of(feed), Optional.empty());
    return hub.map(asking -> source.with(inlet(name, read, asking))).orElse(source);
  }

  private static PushInlet inlet(String name, RssSettings settings, HubSubscriber hub) {
    return new PushInlet(
        HubSetup.inlet(name), settings.url(), hub.keys(), hub.subscription(), hub.clock());
  }

  /** An entry without a date gets the epoch: the time of the recording is unknown. */
  @Override
  public Fetch replay(byte[] file) {
    return RssDocument.read(file, "")
        .<Fetch>map(RssFeedProvider::page)
        .orElseGet(() -> new Fetch.Failed("the file is neither RSS nor Atom"));
  }

  private static Fetch page(RssDocument document) {
    EntryReader reader = new EntryReader(NO_ADDRESS, document, Instant.EPOCH);
    Gathering gathering = new Gathering();
    RssFeed.oldestFirst(reader)
        .forEach(
            (id, entry) -> gathering.take(id, () -> new MentionEvent.Posted(reader.read(entry))));
    if (document.entries().isEmpty()) gathering.skip("file", "is a feed without entries");
    return gathering.page(Cursor.START, false);
  }
}
