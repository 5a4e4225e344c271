package no.grenselos.app.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.people.Times;
import no.grenselos.revise.Difference;
import no.grenselos.store.RuleBooks.Source;

/** Revisions and differences in words, for a terminal and for programs. */
final class RevisionWords {
  private RevisionWords() {}

  static String line(Source source, ZoneId zone) {
    String when = new Times(zone).of(source.at());
    return "%5d  %s  %s  %s"
        .formatted(source.revision(), when, plain(source.by()), plain(source.why()))
        .stripTrailing();
  }

  /** As a diff shows it: file by file, with - for what went and + for what came. */
  static List<String> lines(List<Difference> differences) {
    List<String> lines = new ArrayList<>();
    String file = "";
    int last = 0;
    for (Difference one : differences) {
      boolean elsewhere = !one.file().equals(file);
      if (elsewhere || Math.abs(one.line() - last) > 1) lines.add(one.file() + ":" + one.line());
      file = one.file();
      last = one.line();
      lines.add("  " + sign(one.kind()) + " " + plain(one.text()));
    }
    return lines;
  }

  static Map<String, Object> json(Source source) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("revision", source.revision());
    values.put("at", source.at().toString());
    values.put("by", source.by());
    values.put("why", source.why());
    return values;
  }

  static List<Map<String, Object>> json(List<Difference> differences) {
    return differences.stream().map(RevisionWords::json).toList();
  }

  private static Map<String, Object> json(Difference one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", one.file());
    values.put("line", one.line());
    values.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
    values.put("text", one.text());
    return values;
  }

  /** Without what could steer a terminal. */
  static String plain(String text) {
    return text.replaceAll("\\p{C}", " ");
  }

  static String sign(Difference.Kind kind) {
    return switch (kind) {
      case SAME -> " ";
      case ADDED -> "+";
      case REMOVED -> "-";
    };
  }
}
