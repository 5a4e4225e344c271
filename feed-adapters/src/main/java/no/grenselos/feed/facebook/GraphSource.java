package no.grenselos.feed.facebook;

import java.util.List;
import java.util.Optional;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.FeedClient;

/**
 * All that one account gives: its webhook's door, the feed that completes and catches up, its
 * answers, and the look at single posts. The door has the entry's name, the feed a longer one.
 */
record GraphSource(String name, OurAccount account, MetaSettings settings, FeedContext context) {
  Source open(FacebookWebhook webhook) {
    return settings
        .keys()
        .map(keys -> open(webhook, keys))
        .orElseGet(() -> new Source(List.of(), Optional.empty()));
  }

  private Source open(FacebookWebhook webhook, MetaSettings.Keys keys) {
    HalfTold halfTold = new HalfTold(context.clock());
    GraphInlet inlet =
        new GraphInlet(
            name,
            account.network(),
            new VerifyChallenge(keys.verify()),
            new WebhookSignature(keys.app()),
            webhook,
            halfTold);
    String feed = name + "@" + account.id();
    return new Source(
            List.of(new GraphFeed(feed, api(keys), settings, halfTold)),
            Optional.of(new GraphPublisher(api(keys))))
        .with(inlet)
        .with(new GraphLookup(api(keys)));
  }

  /** A line of its own for each, because they end at different times. */
  private GraphApi api(MetaSettings.Keys keys) {
    return new GraphApi(
        new FeedClient(context, settings.pace().timeout()),
        settings.api(),
        settings.version(),
        account,
        keys.token(),
        keys.app(),
        new GraphUsage(),
        context.clock());
  }
}
