package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import no.grenselos.feed.Cursor;
import no.grenselos.log.Relay;
import no.grenselos.log.Survey;
import no.grenselos.log.Survey.Extent;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.LogPositions.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos log replay}: sets the log back, so that what came since comes again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Sets the log back: what came since then is read again. Nothing is done twice.",
    footer = {
      "",
      "Examples:",
      "  grenselos log replay --from 2026-09-15T08:00           in the company's time zone",
      "  grenselos log replay --from 2026-09-15T06:00:00Z",
      "  grenselos log replay --from start",
      "  grenselos log replay --from 12000 --partition 3        an offset is a place in one"
          + " partition",
      "Nodes that run go on from there within five seconds. It never sets ahead, as that would"
          + " leave",
      "messages out: partitions that stand further back already stay there.",
      "Exit code 1: there is no such partition, or it does not reach to that offset."
    })
public final class LogReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--from",
      paramLabel = "OFFSET|TIME|start",
      required = true,
      description = "an offset, a moment, or all that the log still has")
  private String from = "";

  @Option(names = "--partition", paramLabel = "N", description = "only this one (default: all)")
  private @Nullable Integer partition;

  /** One partition and where it is to go on. */
  private record Move(Extent extent, Cursor to) {}

  /** It cannot be done; the text says why. */
  private static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  public Integer call() {
    try (OpenBook open = OpenBook.of(config.files());
        Relay log = open.log()) {
      Survey survey = log.survey(moment(open.zone()));
      replay(open, wanted(survey));
      return 0;
    } catch (Impossible e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private boolean isOffset() {
    return from.matches("\\d{1,18}");
  }

  /** The beginning of time where the log is not asked for a moment. */
  private Instant moment(ZoneId zone) {
    if (isOffset() || from.equals("start")) return Instant.EPOCH;
    try {
      return from.endsWith("Z")
          ? Instant.parse(from)
          : LocalDateTime.parse(from).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      String forms = "an offset, start, 2026-09-15T08:00 or 2026-09-15T06:00:00Z";
      throw new ParameterException(spec.commandLine(), "--from must be " + forms, e);
    }
  }

  private List<Move> wanted(Survey survey) {
    List<Extent> all = survey.partitions();
    if (isOffset() && partition == null && all.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--from with an offset needs --partition: 0 to " + (all.size() - 1));
    }
    List<Move> moves = new ArrayList<>();
    for (Extent one : all) {
      if (partition == null || partition == one.number()) moves.add(new Move(one, place(one)));
    }
    if (moves.isEmpty()) {
      throw new Impossible(
          "There is no partition " + partition + ", only 0 to " + (all.size() - 1));
    }
    return moves;
  }

  private Cursor place(Extent extent) {
    if (from.equals("start")) return Cursor.START;
    if (!isOffset()) return Extent.at(extent.from());
    long offset = Long.parseLong(from);
    if (offset < extent.first() || offset > extent.end()) {
      String range = extent.first() + " to " + extent.end();
      throw new Impossible(extent.name() + " has offsets " + range + ", not " + offset);
    }
    return Extent.at(offset);
  }

  private void replay(OpenBook open, List<Move> moves) {
    Map<String, Row> rows = LogCommand.rows(open);
    Instant now = open.setup().clock().instant();
    PrintWriter out = spec.commandLine().getOut();
    for (Move move : moves) {
      Extent extent = move.extent();
      Row row = rows.get(extent.name());
      Cursor stands = row == null ? Cursor.START : row.position();
      long again = extent.behind(move.to()) - extent.behind(stands);
      if (again <= 0) {
        out.println(extent.name() + ": stands there or further back already");
        continue;
      }
      boolean unused = open.store().write(books -> set(books, move, now));
      out.println(
          String.format(Locale.ENGLISH, "%s: %,d messages come again", extent.name(), again));
    }
  }

  private boolean set(Books books, Move move, Instant now) {
    String name = move.extent().name();
    books.logPositions().set(name, move.to());
    String detail = name + " from " + from;
    books.audit().add(new AuditLog.Entry(now, OpenBook.caller(), "log.replayed", null, detail));
    return true;
  }
}
