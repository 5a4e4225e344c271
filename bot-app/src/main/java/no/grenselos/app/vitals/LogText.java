package no.grenselos.app.vitals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.store.LogPositions.Row;

/**
 * How far the log was read, for a terminal, the health and other programs.
 *
 * @param times shows moments
 */
public record LogText(Function<Instant, String> times) {
  /** All partitions in one line. */
  public static String whole(List<Row> rows) {
    if (rows.isEmpty()) return "nothing was read of it yet";
    long behind = rows.stream().mapToLong(Row::behind).sum();
    long skipped = rows.stream().mapToLong(Row::skipped).sum();
    String text = String.format(Locale.ENGLISH, "%d partitions, %,d behind", rows.size(), behind);
    return skipped == 0 ? text : text + "; " + skipped(skipped) + ", as " + reasons(rows);
  }

  /** One partition. */
  public String line(Row row, Instant now) {
    String place = row.position().atStart() ? "its start" : "offset " + row.position().text();
    String moved =
        Optional.ofNullable(row.movedAt()).map(at -> ", stored " + times.apply(at)).orElse("");
    String behind = String.format(Locale.ENGLISH, "; %,d behind; ", row.behind());
    String node = row.reader(now).map(name -> "read by " + name).orElse("no node reads it now");
    String skipped =
        row.skipped() == 0 ? "" : "; " + skipped(row.skipped()) + ", the last: " + row.why();
    return "log " + row.partition() + ": goes on at " + place + moved + behind + node + skipped;
  }

  /** The same as one line of JSON; what is not known is null. */
  public static String json(Row row, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("log", row.partition());
    json.put("node", row.reader(now).orElse(null));
    json.put("position", row.position().text());
    json.put("stored_at", Optional.ofNullable(row.movedAt()).map(Instant::toString).orElse(null));
    json.put("behind", row.behind());
    json.put("skipped", row.skipped());
    json.put("skipped_why", row.why());
    return json.toString();
  }

  private static String skipped(long count) {
    return String.format(
        Locale.ENGLISH, "%,d %s", count, count == 1 ? "message skipped" : "messages skipped");
  }

  private static String reasons(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.why() != null)
        .map(row -> row.partition() + " " + row.why())
        .collect(Collectors.joining("; "));
  }
}
