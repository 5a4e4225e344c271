package no.grenselos.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import no.grenselos.app.wiring.Providers;
import no.grenselos.config.Settings;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.Source;
import no.grenselos.mention.Network;

/**
 * Recorded answers of real networks, read by each network's own parser and taken in like any feed's
 * pages: one feed a file.
 */
final class RecordedFeeds implements FeedProvider {
  static final String KEY = "recorded";
  private static final Cursor END = new Cursor("end");
  private static final Duration NEVER = Duration.ofDays(1);

  private final List<Recorded> files;
  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

  /** A file to replay, and in which format it is, as named on the command line. */
  record Recorded(String format, Path file) {}

  /**
   * What a file held.
   *
   * @param posts events in it
   * @param trouble why it could not be read at all; empty when it could
   */
  record Outcome(Recorded of, int posts, List<Skipped> skipped, String trouble) {
    Outcome {
      skipped = List.copyOf(skipped);
    }
  }

  RecordedFeeds(List<Recorded> files) {
    this.files = List.copyOf(files);
  }

  /** One for each file once it was read. */
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  boolean allRead() {
    return outcomes.size() == files.size();
  }

  @Override
  public Network network() {
    return new Network(KEY);
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    settings.finish();
    Map<String, Recording> parsers = Providers.recordings();
    List<Feed> feeds = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Recorded file = files.get(i);
      feeds.add(new RecordedFeed(name + "-" + i, file, known(parsers, file)));
    }
    return new Source(feeds, Optional.empty());
  }

  private static Recording known(Map<String, Recording> parsers, Recorded file) {
    return Optional.ofNullable(parsers.get(file.format()))
        .orElseThrow(() -> new IllegalArgumentException("nothing reads " + file.format()));
  }

  private final class RecordedFeed implements Feed {
    private final String name;
    private final Recorded recorded;
    private final Recording parser;

    RecordedFeed(String name, Recorded recorded, Recording parser) {
      this.name = name;
      this.recorded = recorded;
      this.parser = parser;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Network network() {
      return parser.network();
    }

    @Override
    public Duration poll() {
      return NEVER;
    }

    @Override
    public Fetch fetch(Cursor cursor) {
      if (!cursor.atStart()) return new Fetch.Page(List.of(), cursor, false, List.of());
      Fetch.Page page =
          switch (read()) {
            case Fetch.Page read -> {
              outcomes.add(new Outcome(recorded, read.events().size(), read.skipped(), ""));
              yield read;
            }
            case Fetch.Failed failed -> unreadable(failed.reason());
            case Fetch.Refused refused -> unreadable(refused.reason());
            case Fetch.Wait wait -> unreadable(wait.reason());
          };
      return new Fetch.Page(page.events(), END, false, page.skipped());
    }

    private Fetch.Page unreadable(String reason) {
      outcomes.add(new Outcome(recorded, 0, List.of(), reason));
      return new Fetch.Page(List.of(), END, false, List.of());
    }

    private Fetch read() {
      try {
        return parser.replay(Files.readAllBytes(recorded.file()));
      } catch (IOException e) {
        return new Fetch.Failed("cannot be read: " + e.getMessage());
      }
    }

    @Override
    public void close() {}
  }
}
