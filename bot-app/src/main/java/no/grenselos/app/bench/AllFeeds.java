package no.grenselos.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.feed.FeedState;
import no.grenselos.store.FeedStates;

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
   */
  record Memory(int feeds, long megabytes) {}

  /**
   * The most that was used in the last third of the time.
   *
   * @throws IllegalStateException when a feed could not be read
   */
  static Memory read(FeedsBench.Plan plan, LongSupplier memory) throws InterruptedException {
    StandInThreads threads = new StandInThreads();
    try (StandInNetworks networks = new StandInNetworks(threads, new NetworkPages().byPath());
        StandInJetstream stream = new StandInJetstream(threads);
        FeedHouse house = new FeedHouse(plan, feeds(networks, stream));
        Grenselos grenselos = Grenselos.open(secrets(house).setup(sqlite(), entry -> {}))) {
      grenselos.start();
      Firehose events = new Firehose(new Random(5).nextLong());
      long most = 0;
      long seconds = Math.max(1, plan.steady().toSeconds());
      for (long second = 0; second < seconds; second++) {
        stream.send(
            StandInJetstream.framed(
                IntStream.range(0, EVENTS_PER_SECOND).mapToObj(i -> events.next()).toList()));
        Thread.sleep(Duration.ofSeconds(1));
        if (second >= seconds * 2 / 3) most = Math.max(most, memory.getAsLong());
      }
      return new Memory(read(grenselos), most);
    }
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

  private static HeldStores sqlite() {
    return HeldStores.sqlite("nobody");
  }

  private static FeedHouse secrets(FeedHouse house) {
    SECRETS.forEach(house::with);
    return house;
  }

  private static int read(Grenselos grenselos) {
    List<FeedStates.Row> rows = grenselos.store().read(books -> books.feedStates().all());
    for (FeedStates.Row row : rows) {
      FeedState state = row.state();
      String trouble = state.trouble();
      if (trouble != null) throw new IllegalStateException(row.feed() + ": " + trouble);
    }
    return (int) rows.stream().filter(row -> row.state().posts() > 0).count();
  }
}
