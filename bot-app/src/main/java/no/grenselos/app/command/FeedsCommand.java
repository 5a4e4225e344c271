package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import no.grenselos.app.people.Times;
import no.grenselos.app.vitals.FeedJson;
import no.grenselos.app.vitals.FeedText;
import no.grenselos.app.vitals.LogText;
import no.grenselos.store.FeedStanding;
import no.grenselos.store.LogPositions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos feeds}: how each feed stands, from the store beside the nodes that run. */
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    description = "Shows how each feed stands: when it was read, what came, what is left.",
    footer = {
      "",
      "One line a feed, in the words of \"feeds\" in chat: when a look last went well, how old the",
      "newest post was when it came, posts an hour of late, posts and money of the month (UTC),",
      "requests left, which node reads it, and what is wrong. Nothing is asked of any network.",
      "Where a log is configured, a line for each of its partitions follows (docs/kafka.md).",
      "",
      "Examples:",
      "  grenselos feeds",
      "  grenselos feeds --json | jq 'select(.trouble != null) | .feed'"
    })
public final class FeedsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON object a line, for other programs")
  private boolean json;

  private void log(OpenBook open, PrintWriter out) {
    LogText text = new LogText(new Times(open.zone())::of);
    Instant now = open.setup().clock().instant();
    for (LogPositions.Row row : open.store().read(books -> books.logPositions().all())) {
      out.println(json ? LogText.json(row, now) : text.line(row, now));
    }
  }

  @Override
  public Integer call() {
    try (OpenBook open = OpenBook.of(config.files())) {
      FeedText text = new FeedText(new Times(open.zone())::of);
      PrintWriter out = spec.commandLine().getOut();
      List<FeedStanding> feeds =
          open.store().read(books -> FeedStanding.all(books, open.setup().clock().instant()));
      if (feeds.isEmpty() && !json) out.println(FeedText.none());
      for (FeedStanding feed : feeds) out.println(json ? FeedJson.line(feed) : text.line(feed));
      log(open, out);
      return 0;
    }
  }
}
