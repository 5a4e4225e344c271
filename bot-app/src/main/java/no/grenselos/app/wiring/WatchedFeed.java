package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.app.vitals.FeedVitals.Counted;
import no.grenselos.config.Finding;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Price;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;
import org.jspecify.annotations.Nullable;

/** A feed that remembers when and how its last page went, for who asks how we are. */
public final class WatchedFeed implements Feed {
  /** What a look itself may take, and what a busy store may add. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** The longest rest after a failure or a refusal. */
  private static final Duration TROUBLED = Duration.ofMinutes(5);

  private final Feed feed;
  private final Clock clock;
  private volatile Seen seen;

  /** All that is remembered, replaced as a whole. */
  private record Seen(
      Finding last,
      @Nullable Instant readAt,
      @Nullable Duration lag,
      Instant nextBy,
      Counted counted) {}

  WatchedFeed(Feed feed, Clock clock) {
    this.feed = feed;
    this.clock = clock;
    Instant nextBy = clock.instant().plus(GRACE);
    this.seen = new Seen(finding(true, "not read yet"), null, null, nextBy, Counted.NOTHING);
  }

  public Finding last() {
    return seen.last();
  }

  FeedVitals vitals() {
    Seen now = seen;
    return new FeedVitals(
        name(),
        now.last(),
        now.readAt(),
        now.lag(),
        now.nextBy(),
        now.counted(),
        price().map(price -> price.times(now.counted().posts())),
        allowance());
  }

  @Override
  public String name() {
    return feed.name();
  }

  @Override
  public Network network() {
    return feed.network();
  }

  @Override
  public Duration poll() {
    return feed.poll();
  }

  @Override
  public Optional<Allowance> allowance() {
    return feed.allowance();
  }

  @Override
  public Optional<Price> price() {
    return feed.price();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    Fetch fetch = feed.fetch(cursor);
    seen = after(seen, fetch, clock.instant());
    return fetch;
  }

  private Seen after(Seen before, Fetch fetch, Instant now) {
    Counted c = before.counted();
    return switch (fetch) {
      case Fetch.Page page -> {
        int events = page.events().size();
        Duration lag = lag(page, now).orElse(before.lag());
        Counted counted =
            new Counted(c.pages() + 1, c.posts() + posts(page), c.waits(), c.failures());
        Instant nextBy = now.plus(page.more() ? Duration.ZERO : poll()).plus(GRACE);
        yield new Seen(finding(true, "read " + events + " events"), now, lag, nextBy, counted);
      }
      case Fetch.Wait wait -> {
        String text = "waits " + wait.time() + ": " + wait.reason();
        Counted counted = new Counted(c.pages(), c.posts(), c.waits() + 1, c.failures());
        Instant nextBy = now.plus(wait.time()).plus(GRACE);
        yield new Seen(finding(true, text), before.readAt(), before.lag(), nextBy, counted);
      }
      case Fetch.Failed failed -> troubled(before, "failed: " + failed.reason(), now);
      case Fetch.Refused refused ->
          troubled(before, "refused: " + refused.reason() + "; " + refused.whatToDo(), now);
    };
  }

  private Seen troubled(Seen before, String text, Instant now) {
    Counted c = before.counted();
    Counted counted = new Counted(c.pages(), c.posts(), c.waits(), c.failures() + 1);
    Instant nextBy = now.plus(TROUBLED).plus(GRACE);
    return new Seen(finding(false, text), before.readAt(), before.lag(), nextBy, counted);
  }

  private static Optional<Duration> lag(Fetch.Page page, Instant now) {
    return written(page)
        .max(Comparator.naturalOrder())
        .map(at -> Duration.between(at, now))
        // their clock may be ahead of ours
        .map(lag -> lag.isNegative() ? Duration.ZERO : lag);
  }

  private static long posts(Fetch.Page page) {
    return written(page).count();
  }

  /** When the posts of a page were written. */
  private static Stream<Instant> written(Fetch.Page page) {
    return page.events().stream()
        .flatMap(event ->
            switch (event) {
              case MentionEvent.Posted posted -> Stream.of(posted.mention().publishedAt());
              case MentionEvent.Edited edited -> Stream.of(edited.mention().publishedAt());
              case MentionEvent.Liked liked -> Stream.<Instant>empty();
              case MentionEvent.Deleted deleted -> Stream.<Instant>empty();
            });
  }

  @Override
  public void close() {
    feed.close();
  }

  private Finding finding(boolean fine, String text) {
    return new Finding(fine, "feed " + feed.name(), text);
  }
}
