package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Price;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class WatchedFeedTest {
  private static final Instant START = Instant.parse("2026-09-15T08:00:00Z");
  private static final Network NETWORK = new Network("mastodon");

  private final Moving clock = new Moving();
  private final Scripted scripted = new Scripted();
  private final WatchedFeed feed = new WatchedFeed(scripted, clock);

  @Test
  void beforeItsFirstLookItWasNotReadAndIsLateAfterAMinute() {
    assertThat(feed.vitals().readAt()).isNull();
    assertThat(feed.vitals().lag()).isNull();
    assertThat(feed.vitals().late(START.plusSeconds(60))).isFalse();
    assertThat(feed.vitals().late(START.plusSeconds(61))).isTrue();
  }

  @Test
  void aPageIsRememberedWithItsTimeAndHowOldItsNewestPostWas() {
    look("08:10:00", page(posted("07:50:00"), posted("08:06:00"), deleted()));

    FeedVitals vitals = feed.vitals();
    assertThat(vitals.readAt()).isEqualTo(at("08:10:00"));
    assertThat(vitals.lag()).isEqualTo(Duration.ofMinutes(4));
    assertThat(vitals.counted()).isEqualTo(new FeedVitals.Counted(1, 2, 0, 0));
    assertThat(vitals.spent().map(Price::toString)).contains("0.50 NOK");
    // the poll of five minutes, and a minute of grace
    assertThat(vitals.late(at("08:16:00"))).isFalse();
    assertThat(vitals.late(at("08:16:01"))).isTrue();
  }

  @Test
  void anEmptyPageIsReadTooAndKeepsTheLag() {
    look("08:10:00", page(posted("08:09:00")));
    look("08:15:00", page());

    assertThat(feed.vitals().readAt()).isEqualTo(at("08:15:00"));
    assertThat(feed.vitals().lag()).isEqualTo(Duration.ofMinutes(1));
    assertThat(feed.vitals().counted().pages()).isEqualTo(2);
  }

  @Test
  void aClockAheadOfOursMakesNoPostFromTheFuture() {
    look("08:10:00", page(posted("08:11:00")));

    assertThat(feed.vitals().lag()).isEqualTo(Duration.ZERO);
  }

  @Test
  void whoeverIsAskedToWaitIsNotLateMeanwhile() {
    look("08:10:00", page(posted("08:09:00")));
    look("08:15:00", new Fetch.Wait(Duration.ofMinutes(15), "asked to wait (429)"));

    FeedVitals vitals = feed.vitals();
    assertThat(vitals.readAt()).isEqualTo(at("08:10:00"));
    assertThat(vitals.last().fine()).isTrue();
    assertThat(vitals.late(at("08:31:00"))).isFalse();
    assertThat(vitals.late(at("08:31:01"))).isTrue();
    assertThat(vitals.counted().waits()).isEqualTo(1);
  }

  @Test
  void troubleIsCountedAndKeepsWhenItWasReadLast() {
    look("08:10:00", page());
    look("08:15:00", new Fetch.Failed("HTTP 502"));
    look("08:16:00", new Fetch.Refused("token", "mend it"));

    FeedVitals vitals = feed.vitals();
    assertThat(vitals.readAt()).isEqualTo(at("08:10:00"));
    assertThat(vitals.last().text()).isEqualTo("refused: token; mend it");
    assertThat(vitals.counted()).isEqualTo(new FeedVitals.Counted(1, 0, 0, 2));
  }

  @Test
  void whatTheNetworkAllowsIsPassedOn() {
    scripted.allowance = Optional.of(new Allowance(3, 300L, START));

    assertThat(feed.vitals().allowance()).contains(new Allowance(3, 300L, START));
  }

  private void look(String time, Fetch outcome) {
    clock.now = at(time);
    scripted.outcomes.add(outcome);
    assertThat(feed.fetch(Cursor.START)).isSameAs(outcome);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-09-15T" + time + "Z");
  }

  private static Fetch page(MentionEvent... events) {
    return new Fetch.Page(List.of(events), Cursor.START, false, List.of());
  }

  private static MentionEvent deleted() {
    return new MentionEvent.Deleted(new MentionId(NETWORK, "gone"), START);
  }

  private static MentionEvent posted(String time) {
    return new MentionEvent.Posted(
        new Mention(
            new MentionId(NETWORK, time),
            "",
            "thread",
            URI.create("https://mastodon.example/@kari/1"),
            new Author("kari", "Kari", null, 1),
            "Bråker den?",
            MentionKind.POST,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            at(time)));
  }

  /** Gives what it was told to give. */
  private static final class Scripted implements Feed {
    private final Deque<Fetch> outcomes = new ArrayDeque<>();
    private Optional<Allowance> allowance = Optional.empty();

    @Override
    public String name() {
      return "news";
    }

    @Override
    public Network network() {
      return NETWORK;
    }

    @Override
    public Optional<Price> price() {
      return Optional.of(Price.parse("0.25 NOK"));
    }

    @Override
    public Duration poll() {
      return Duration.ofMinutes(5);
    }

    @Override
    public Fetch fetch(Cursor cursor) {
      return outcomes.removeFirst();
    }

    @Override
    public Optional<Allowance> allowance() {
      return allowance;
    }

    @Override
    public void close() {}
  }

  /** Stands where it was put. */
  private static final class Moving extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
