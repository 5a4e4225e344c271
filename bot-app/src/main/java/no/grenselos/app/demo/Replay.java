package no.grenselos.app.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.app.demo.RecordedFeeds.Outcome;

/** Replays recorded payloads through the whole application, and tells what each became. */
final class Replay {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Demo demo;
  private final RecordedFeeds feeds;

  Replay(Demo demo, RecordedFeeds feeds) {
    this.demo = demo;
    this.feeds = feeds;
  }

  /** Waits until everything is worked on. */
  Report run() throws InterruptedException {
    boolean quiet = demo.awaitQuiet(feeds::allRead, LONGEST);
    String unfinished = quiet ? "" : demo.waiting().toString();
    return new Report(feeds.outcomes(), demo.figures(), unfinished);
  }

  /**
   * What came of it.
   *
   * @param unfinished what was left when time was up; empty when nothing was
   */
  record Report(List<Outcome> outcomes, Figures figures, String unfinished) {
    Report {
      outcomes = List.copyOf(outcomes);
    }

    boolean anythingRead() {
      return outcomes.stream().anyMatch(outcome -> outcome.trouble().isEmpty());
    }

    /** One line a file, one a network, and the figures as JSON in the last line. */
    void print(PrintWriter out) {
      out.println();
      Map<String, Totals> networks = new TreeMap<>();
      for (Outcome outcome : outcomes) {
        out.println(line(outcome));
        networks.merge(outcome.of().format(), Totals.of(outcome), Totals::plus);
      }
      networks.forEach((network, totals) -> out.println(network + ": " + totals));
      if (!unfinished.isEmpty()) out.println("Not finished: " + unfinished);
      out.println(figures.json());
      out.flush();
    }
  }

  private static String line(Outcome outcome) {
    String name = outcome.of().format() + " " + outcome.of().file().getFileName();
    return outcome.trouble().isEmpty()
        ? name + ": " + outcome.posts() + " posts" + skipped(outcome)
        : name + ": not read, " + Telling.inert(outcome.trouble());
  }

  private static String skipped(Outcome outcome) {
    if (outcome.skipped().isEmpty()) return "";
    List<String> reasons =
        outcome.skipped().stream().map(item -> Telling.inert(item.reason())).distinct().toList();
    return ", " + outcome.skipped().size() + " skipped: " + String.join("; ", reasons);
  }

  /** Sums over files of one network. */
  private record Totals(int files, int posts, int skipped, int unreadable) {
    static Totals of(Outcome outcome) {
      return new Totals(
          1, outcome.posts(), outcome.skipped().size(), outcome.trouble().isEmpty() ? 0 : 1);
    }

    Totals plus(Totals other) {
      return new Totals(
          files + other.files,
          posts + other.posts,
          skipped + other.skipped,
          unreadable + other.unreadable);
    }

    @Override
    public String toString() {
      return files
          + " files, "
          + posts
          + " posts, "
          + skipped
          + " items skipped, "
          + unreadable
          + " files not this network's or broken";
    }
  }
}
