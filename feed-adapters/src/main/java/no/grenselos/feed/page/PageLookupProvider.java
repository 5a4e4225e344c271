package no.grenselos.feed.page;

import java.time.Duration;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.PostLookupProvider;
import no.grenselos.feed.http.FeedClient;

/** Looks at pages of the web; needs no settings. */
public final class PageLookupProvider implements PostLookupProvider {
  /** Six hops stay within the half minute that a whole errand has ({@code Equipment.LEASE}). */
  private static final Duration HOP = Duration.ofSeconds(4);

  @Override
  public PostLookup open(FeedContext context) {
    return open(context, HOP);
  }

  static PostLookup open(FeedContext context, Duration hop) {
    return new PageLookup(new FeedClient(context, hop), context.clock());
  }
}
