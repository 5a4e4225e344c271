package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Ladder;
import no.grenselos.feed.http.LearnedLiveness;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.feed.http.Liveness;
import no.grenselos.feed.http.Wire;
import no.grenselos.time.OnwardClock;
import okhttp3.HttpUrl;

/**
 * A timeline as its server tells it (docs.joinmastodon.org, Streaming), by server-sent events. A
 * stream begins with what happens next, so what came before is asked for as without it; and the
 * server passes events on without keeping them, so now and then we ask as well, and go back behind
 * what was told since: what was lost on the way may be older than that.
 */
final class Streaming implements LiveSource {
  /** Nowhere written; gentle, since most servers are run by volunteers. */
  static final Ladder LADDER =
      new Ladder(
          Ladder.Rungs.doubling(Duration.ofSeconds(1), Duration.ofMinutes(1)),
          Ladder.Rungs.doubling(Duration.ofSeconds(5), Duration.ofMinutes(5)),
          Ladder.Rungs.doubling(Duration.ofMinutes(1), Duration.ofHours(1)));

  /** How often to ask although we listen. */
  static final Duration SWEEP = Duration.ofMinutes(15);

  private final MastodonApi api;
  private final Timeline timeline;
  private final MastodonFeed asking;
  private final StreamEvents events;
  private final Clock clock;
  private final Liveness liveness = new LearnedLiveness();
  private boolean back;
  private Instant backAt = Instant.MIN;
  private String top = "";

  /**
   * @param asking the same timeline without a stream
   */
  Streaming(MastodonApi api, Timeline timeline, MastodonFeed asking, StreamEvents events) {
    this.api = api;
    this.timeline = timeline;
    this.asking = asking;
    this.events = events;
    this.clock = new OnwardClock(events.clock());
  }

  @Override
  public Opened open(Cursor from) {
    if (timeline.ofNotifications() && api.token().isEmpty()) {
      return new Opened.Later(asking.fetch(from));
    }
    back = true;
    HttpUrl address = timeline.stream(server());
    return Opened.of(api.client().open(address, api.headers(), Wire.events(), liveness));
  }

  /**
   * Where the streams are, which may be another host (docs.joinmastodon.org, Streaming: hostname
   * discovery); never one without encryption that we would give a token meant for encryption.
   */
  private HttpUrl server() {
    HttpUrl url = api.address("api/v2/instance").build();
    Optional<JsonNode> instance =
        api.client().get(url, api.headers()) instanceof Answer.Ok ok
            ? Json.parse(ok.body().bytes())
            : Optional.empty();
    return instance
        .map(node -> Json.text(node.path("configuration").path("urls"), "streaming"))
        .map(text -> HttpUrl.parse(text.strip().replaceFirst("^(?i)ws(s?)://", "http$1://")))
        .filter(other -> other.isHttps() || !api.server().isHttps())
        .orElse(api.server());
  }

  /** What the last look back found may be lost. */
  @Override
  public void setBack() {
    back = true;
  }

  @Override
  public Optional<Fetch> missed(Cursor from) {
    SeenPosts seen = SeenPosts.of(from);
    Instant now = clock.instant();
    back |= !now.isBefore(backAt.plus(SWEEP));
    if (back) {
      top = seen.last();
      seen.stepBack();
    }
    Fetch fetch = asking.fetch(back ? seen.cursor() : from);
    if (!(fetch instanceof Fetch.Page page)) return Optional.of(fetch);
    if (back) backAt = now;
    back = false;
    return Optional.of(withoutKnown(page, SeenPosts.of(from), seen.last()));
  }

  /**
   * A page without what had come over the stream before the connection broke. A page that brought
   * posts is never the last, also where the server's limit lets nobody go on at once: what is
   * behind it would be taken for told.
   */
  private Fetch.Page withoutKnown(Fetch.Page page, SeenPosts before, String asked) {
    SeenPosts after = SeenPosts.of(page.next());
    boolean all = !page.more() && (asked.isEmpty() || after.last().equals(asked));
    if (all && !top.isEmpty()) after.moveTo(top);
    return new Fetch.Page(
        page.events().stream().filter(event -> !events.repeats(event, before)).toList(),
        after.cursor(),
        !all,
        page.skipped());
  }

  @Override
  public Reading reading(Cursor from, boolean gap) {
    return new StreamReading(from, timeline, events, gap);
  }
}
