package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.app.people.Times;
import no.grenselos.app.vitals.LogText;
import no.grenselos.feed.Cursor;
import no.grenselos.log.Relay;
import no.grenselos.log.Survey;
import no.grenselos.store.LogPositions;
import no.grenselos.store.LogPositions.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos log}: how far the log reaches and was read. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = "Shows how far the log (Kafka) reaches and was read; can have it read again.",
    footer = {
      "",
      "One line a partition: where it goes on as the store says, and how many messages the log has",
      "behind that now; then how many dead letters it keeps. The log is asked, nothing is changed.",
      "",
      "Examples:",
      "  grenselos log",
      "  grenselos log replay --from 2026-09-15T08:00    what came since then comes again",
      "Exit code 2: the log does not answer."
    })
public final class LogCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  static CommandLine withParts() {
    return new CommandLine(new LogCommand()).addSubcommand(new LogReplayCommand());
  }

  @Override
  public Integer call() {
    try (OpenBook open = OpenBook.of(config.files());
        Relay log = open.log()) {
      Instant now = open.setup().clock().instant();
      Survey survey = log.survey(now);
      Map<String, Row> rows = rows(open);
      LogText text = new LogText(new Times(open.zone())::of);
      PrintWriter out = spec.commandLine().getOut();
      for (Survey.Extent partition : survey.partitions()) {
        out.println(text.line(now(partition, rows.get(partition.name())), now));
      }
      out.println(String.format(Locale.ENGLISH, "%,d dead letters kept", survey.deadLetters()));
    }
    return 0;
  }

  static Map<String, Row> rows(OpenBook open) {
    List<Row> rows = open.store().read(books -> books.logPositions().all());
    return rows.stream().collect(Collectors.toMap(Row::partition, Function.identity()));
  }

  /** What the store says, with what the log says is behind it. */
  private static Row now(Survey.Extent partition, @Nullable Row row) {
    if (row == null) {
      long all = partition.behind(Cursor.START);
      return new LogPositions.Row(partition.name(), Cursor.START, null, null, null, all, 0, null);
    }
    return new LogPositions.Row(
        row.partition(),
        row.position(),
        row.node(),
        row.heldUntil(),
        row.movedAt(),
        partition.behind(row.position()),
        row.skipped(),
        row.why());
  }
}
