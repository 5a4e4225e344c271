package no.grenselos.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.grenselos.feed.FeedState;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Store;

/**
 * The service with a feed of every network that is asked or listened to, read for a while: posts
 * are handled as always, without the encoder of meanings, whose memory is measured elsewhere.
 */
final class AllFeeds {
  /** About what all of Bluesky does. */
  private static final int EVENTS_PER_SECOND = 1_000;

  private static final List<String> SECRETS =
      List.of("BLUESKY_APP_PASSWORD", "REDDIT_CLIENT_SECRET", "YOUTUBE_API_KEY");

  private AllFeeds() {}

  /**
   * @param feeds how many brought posts
   * @param megabytes empty where this system does not tell
   */
  record Memory(int feeds, OptionalLong megabytes) {}

  /**
   * The most that the service's process used in the last third of the time, which begins when it
   * listens.
   *
   * @param memory of the process with that id, in megabytes
   * @throws IllegalStateException when a feed could not be read
   */
  static Memory read(FeedsBench.Plan plan, LongFunction<OptionalLong> memory)
      throws InterruptedException {
    StandInThreads threads = new StandInThreads();
    try (StandInNetworks networks = new StandInNetworks(threads, new NetworkPages().byPath());
        StandInJetstream stream = new StandInJetstream(threads);
        FeedHouse house = house(plan, networks, stream)) {
      OptionalLong most;
      try (ServiceProcess service = house.start()) {
        while (!stream.isListenedTo()) service.alive();
        most = mostUsed(service, stream, plan.steady().toSeconds(), memory);
      }
      return new Memory(read(house), most);
    }
  }

  private static OptionalLong mostUsed(
      ServiceProcess service,
      StandInJetstream stream,
      long seconds,
      LongFunction<OptionalLong> memory)
      throws InterruptedException {
    Firehose events = new Firehose(5);
    LongStream.Builder used = LongStream.builder();
    for (long second = 0; second < seconds; second++) {
      stream.send(
          StandInJetstream.framed(
              IntStream.range(0, EVENTS_PER_SECOND).mapToObj(i -> events.next()).toList()));
      Thread.sleep(Duration.ofSeconds(1));
      OptionalLong now = memory.apply(service.alive());
      if (second >= seconds * 2 / 3) now.ifPresent(used::add);
    }
    return used.build().max();
  }

  private static String feeds(StandInNetworks networks, StandInJetstream stream) {
    return """
    feeds:
      - {name: x, x: {search: strøm, poll: 5s, api: "%1$s"}}
      - {name: mastodon, mastodon: {server: "%1$s", hashtags: [strøm], poll: 5s}}
      - name: bluesky
        bluesky:
          handle: %4$s
          service: "%1$s"
          search: [strøm]
          poll: 5s
          jetstream: {words: [%3$s], hosts: ["%2$s"]}
      - name: hackernews
        hackernews: {queries: [heat], poll: 5s, search-api: "%1$s", item-api: "%1$s"}
      - {name: stackexchange, stackexchange: {tags: [heat-pump], poll: 5s, api: "%1$s"}}
      - name: reddit
        reddit:
          client-id: bench
          user-agent: "linux:bench:v1 (by /u/bench)"
          search: strøm
          poll: 5s
          api: "%1$s"
          auth: "%1$s"
      - {name: youtube, youtube: {videos: [benchvideo1], poll: 10s, api: "%1$s"}}
      - {name: rss, rss: {url: "%1$s/feed.xml", poll: 5s}}
    """
        .formatted(networks.address(), stream.host(), Firehose.WORD, JetstreamSource.HANDLE);
  }

  /** The service with a feed of each of these. */
  static FeedHouse house(FeedsBench.Plan plan, StandInNetworks networks, StandInJetstream stream) {
    FeedHouse house = new FeedHouse(plan, feeds(networks, stream));
    SECRETS.forEach(house::with);
    return house;
  }

  private static int read(FeedHouse house) {
    List<FeedStates.Row> rows;
    try (Store store = house.store()) {
      rows = store.read(books -> books.feedStates().all());
    }
    for (FeedStates.Row row : rows) {
      FeedState state = row.state();
      String trouble = state.trouble();
      if (trouble != null) throw new IllegalStateException(row.feed() + ": " + trouble);
    }
    return (int) rows.stream().filter(row -> row.state().posts() > 0).count();
  }
}
