package no.grenselos.feed.rss;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import okhttp3.HttpUrl;

/**
 * Where a hub asks whether we meant it, and tells of changes (W3C WebSub, 5.3 and 7). Of a document
 * the newest entries count, as at a feed's first look: older ones may have been passed over then,
 * and what comes in greater numbers is found by asking.
 */
record PushInlet(String name, HttpUrl feed, HubKeys keys, Subscription subscription, Clock clock)
    implements Inlet {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Echoed as plain text; signs of markup are in no hub's challenge. */
  private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e&&[^<>&\"']]{1,1000}");

  @Override
  public Network network() {
    return RssFeedProvider.NETWORK;
  }

  @Override
  public Told receive(HttpCall call) {
    return switch (call.method()) {
      case "GET" -> new Told.Answered(verified(call.query()));
      case "POST" -> told(call);
      default -> refused(405, "A hub sends GET and POST.");
    };
  }

  private HttpAnswer verified(String query) {
    HttpUrl asked = HttpUrl.parse("https://query.invalid/?" + query);
    if (asked == null) return HttpAnswer.text(404, "no such subscription");
    String topic = parameter(asked, "hub.topic");
    if (!keys.isToken(parameter(asked, "k"), topic)) {
      return HttpAnswer.text(404, "no such subscription");
    }
    return switch (parameter(asked, "hub.mode")) {
      case "subscribe" -> confirmed(asked);
      case "denied" -> {
        subscription.denied();
        yield HttpAnswer.empty(204);
      }
      default -> HttpAnswer.text(404, "not asked for");
    };
  }

  private HttpAnswer confirmed(HttpUrl asked) {
    String challenge = parameter(asked, "hub.challenge");
    if (!CHALLENGE.matcher(challenge).matches()) return HttpAnswer.text(400, "no usable challenge");
    subscription.confirmed(clock.instant(), lease(parameter(asked, "hub.lease_seconds")));
    // a type that no browser makes a page of
    return new HttpAnswer(200, "application/octet-stream", Body.of(challenge));
  }

  private static Duration lease(String seconds) {
    if (!seconds.matches("\\d{1,9}")) return USUAL;
    Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
    if (lease.compareTo(SHORTEST) < 0) return SHORTEST;
    return lease.compareTo(LONGEST) > 0 ? LONGEST : lease;
  }

  private static String parameter(HttpUrl asked, String name) {
    return Optional.ofNullable(asked.queryParameter(name)).orElse("");
  }

  private Told told(HttpCall call) {
    String signature = call.header("X-Hub-Signature").orElse("");
    if (!keys.signed(call.body(), signature)) {
      return refused(401, "The signature is missing or does not fit.");
    }
    String type = call.header("Content-Type").orElse("");
    return RssDocument.read(call.body().bytes(), type)
        .map(document -> new EntryReader(feed, document, clock.instant()))
        .map(this::told)
        .orElseGet(() -> refused(400, "It is neither RSS nor Atom."));
  }

  private Told told(EntryReader reader) {
    Map<String, RssEntry> entries = RssFeed.oldestFirst(reader);
    Gathering gathering = new Gathering();
    entries.entrySet().stream()
        .skip(Math.max(0, entries.size() - RssFeed.FIRST_LOOK))
        .forEach(entry ->
            gathering.takeIfAny(
                entry.getKey(),
                () ->
                    Optional.<MentionEvent>of(
                            new MentionEvent.Posted(reader.read(entry.getValue())))
                        .filter(event -> !subscription.told(event.key()))));
    List<String> keys = gathering.events().stream().map(MentionEvent::key).toList();
    if (keys.isEmpty()) {
      subscription.pushed(keys);
      return new Told.Answered(HttpAnswer.empty(204));
    }
    Fetch.Page page = gathering.page(Cursor.START, false);
    return new Told.Posts(page, Optional.empty(), fresh -> kept(keys));
  }

  /** Only what was kept counts as told. */
  private HttpAnswer kept(List<String> events) {
    subscription.pushed(events);
    return HttpAnswer.empty(204);
  }

  private static Told refused(int status, String why) {
    return new Told.Answered(HttpAnswer.text(status, why));
  }
}
