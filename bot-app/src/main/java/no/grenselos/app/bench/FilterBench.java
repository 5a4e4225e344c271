package no.grenselos.app.bench;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.wiring.Providers;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;

/**
 * How many events of Jetstream a second are looked through for words: the real feed reads a stream
 * on this machine and hands on the few that match. Nothing is stored.
 */
final class FilterBench {
  private static final int WARM_UP = 3;

  private final StandInThreads threads = new StandInThreads();
  private final int events;
  private Cursor cursor = Cursor.START;

  private FilterBench(int events) {
    this.events = events;
  }

  /**
   * The median of so many rounds, after a warm-up.
   *
   * @param events of each round, a multiple of {@link Firehose#ONE_MATCHES_IN}
   */
  static double perSecond(int events, int rounds) {
    return new FilterBench(events).measured(rounds);
  }

  private double measured(int rounds) {
    try (JetstreamSource source = new JetstreamSource(threads);
        Feed feed = opened(source)) {
      for (int i = 0; i < WARM_UP; i++) round(source, feed);
      double[] rates = new double[rounds];
      for (int i = 0; i < rounds; i++) rates[i] = events / round(source, feed);
      Arrays.sort(rates);
      return rates[rounds / 2];
    }
  }

  private double round(JetstreamSource source, Feed feed) {
    source.mix(events);
    int expected = events / Firehose.ONE_MATCHES_IN;
    Effort begin = Effort.now(threads);
    source.send();
    for (int found = 0; found < expected; ) found += read(feed);
    return begin.secondsUntil(Effort.now(threads));
  }

  private int read(Feed feed) {
    return switch (feed.fetch(cursor)) {
      case Fetch.Page page -> {
        cursor = page.next();
        yield page.events().size();
      }
      case Fetch.Wait wait -> 0;
      case Fetch.Failed failed -> throw new IllegalStateException(failed.reason());
      case Fetch.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  private static Feed opened(JetstreamSource source) {
    FeedProvider bluesky =
        Optional.ofNullable(Providers.installed().feeds().get("bluesky"))
            .orElseThrow(() -> new IllegalStateException("Bluesky is not on the class path"));
    Problems problems = new Problems("bench");
    FeedContext context = new FeedContext(Clock.systemUTC(), name -> Optional.empty(), true);
    List<Feed> feeds =
        bluesky
            .open("bench", new Settings(settings(source), "feeds[0].bluesky", problems), context)
            .feeds();
    problems.throwIfAny();
    return feeds.getFirst();
  }

  private static Node.Mapping settings(JetstreamSource source) {
    Map<String, Node> stream = new LinkedHashMap<>();
    stream.put("words", list(Firehose.WORD));
    stream.put("hosts", list(source.host()));
    Map<String, Node> keys = new LinkedHashMap<>();
    keys.put("handle", new Node.Scalar(JetstreamSource.HANDLE, 1));
    keys.put("service", new Node.Scalar(source.service(), 1));
    keys.put("jetstream", new Node.Mapping(stream, 1));
    return new Node.Mapping(keys, 1);
  }

  private static Node list(String text) {
    return new Node.Sequence(List.of(new Node.Scalar(text, 1)), 1);
  }
}
