package no.grenselos.feed.rss;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Gathering;
import okhttp3.HttpUrl;

/**
 * Asks a hub to tell us of changes, and again long before that ends (W3C WebSub, 5.1): the hub may
 * grant less than we ask for, and tells how much another node perhaps. Asking again renews.
 *
 * @param callback our address
 * @param plainHubs whether hubs are asked without encryption, for tests: anybody would hear the
 *     secret
 */
record HubSubscriber(
    FeedClient client,
    HubKeys keys,
    HttpUrl callback,
    Subscription subscription,
    Clock clock,
    boolean plainHubs) {
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration RENEWAL = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofHours(1);

  /** What is known of the hub after asking it, if that is due; what it says no to is listed. */
  HubState renewed(HubState before, Gathering gathering) {
    Optional<HttpUrl> hub = Optional.ofNullable(HttpUrl.parse(before.hub()));
    if (hub.isEmpty() || clock.instant().isBefore(due(before))) return before;
    HttpUrl at = plainHubs ? hub.get() : encrypted(hub.get());
    return switch (client.postForm(at, Map.of(), fields(before.topic()))) {
      case Answer.Ok ok -> before.asked(clock.instant(), true);
      case Answer.Denied denied -> {
        gathering.skip("hub", "does not take our subscription (" + denied.status() + ")");
        yield before.asked(clock.instant().plus(RENEWAL), false);
      }
      case Answer.NotAllowed not -> {
        gathering.skip("hub", "is not asked to tell us of changes: " + not.reason());
        yield before.asked(clock.instant().plus(RENEWAL), false);
      }
      case Answer.Trouble passing -> before.asked(clock.instant(), false);
    };
  }

  /** Favoured also where the document says otherwise (W3C WebSub, 8.2). */
  private static HttpUrl encrypted(HttpUrl hub) {
    if (hub.isHttps()) return hub;
    int port = hub.port() == HttpUrl.defaultPort("http") ? 443 : hub.port();
    return hub.newBuilder().scheme("https").port(port).build();
  }

  private Instant due(HubState state) {
    Instant asked = Instant.ofEpochSecond(state.asked());
    if (!state.taken()) return state.asked() == 0 ? asked : asked.plus(RETRY);
    Duration half = subscription.lease().map(lease -> lease.dividedBy(2)).orElse(RENEWAL);
    return asked.plus(half.compareTo(RENEWAL) < 0 ? half : RENEWAL);
  }

  private Map<String, String> fields(String topic) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hub.mode", "subscribe");
    fields.put("hub.topic", topic);
    String ours = callback.newBuilder().addQueryParameter("k", keys.token(topic)).toString();
    fields.put("hub.callback", ours);
    fields.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
    fields.put("hub.secret", keys.signing());
    return fields;
  }
}
