package no.grenselos.app.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.forecast.Destination;
import no.grenselos.forecast.Report;
import no.grenselos.forecast.Report.Change;
import no.grenselos.forecast.Report.Example;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Totals;
import no.grenselos.reading.TopicId;

/** A report as what becomes one JSON object, with names as in the report. */
public final class ReportJson {
  private ReportJson() {}

  public static Map<String, Object> of(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", report.from().toString());
    json.put("to", report.to().toString());
    json.put("revision", report.revision());
    json.put("posts", report.posts());
    json.put("changed", report.changed());
    json.put("changes", report.changes().stream().map(ReportJson::change).toList());
    json.put("further", report.further());
    json.put("complaints", complaints(report.complaints()));
    json.put("before", totals(report.before()));
    json.put("after", totals(report.after()));
    json.put("people", report.people().stream().map(ReportJson::person).toList());
    json.put("anew", anew(report.anew()));
    json.put("advice", report.advice().stream().map(Object::toString).toList());
    json.put("not_tried", Arrays.stream(Report.NotTried.values()).map(Enum::name).toList());
    return json;
  }

  private static Map<String, Object> change(Change change) {
    return object(
        "posts", change.posts(),
        "from", destination(change.from()),
        "to", destination(change.to()),
        "examples", examples(change.examples()));
  }

  private static Map<String, Object> destination(Destination to) {
    Map<String, Object> json = object("kind", to.kind().name());
    if (to.topic() != null) json.put("topic", to.topic().id());
    if (!to.channel().isEmpty()) json.put("channel", to.channel());
    if (!to.reason().isEmpty()) json.put("reason", to.reason());
    json.put("routes", to.routes());
    return json;
  }

  private static List<Map<String, Object>> examples(List<Example> examples) {
    return examples.stream()
        .map(one -> object("post", one.post().toString(), "text", one.text()))
        .toList();
  }

  private static Map<String, Object> complaints(Report.Complaints all) {
    return object(
        "posts", all.posts(),
        "lost", all.lost(),
        "gained", all.gained(),
        "never", all.never(),
        "examples", examples(all.examples()));
  }

  private static Map<String, Object> totals(Totals all) {
    return object(
        "care", all.care(),
        "held", all.held(),
        "dropped", all.dropped(),
        "silent", all.silent(),
        "nudges", all.nudges(),
        "for_hours", all.forHours(),
        "for_cap", all.forCap(),
        "waiting", all.waiting(),
        "nobody", all.nobody(),
        "examples", examples(all.examples()));
  }

  private static Map<String, Object> person(Report.Person person) {
    return object(
        "id", person.id().id(),
        "name", person.name(),
        "before", nudges(person.before()),
        "after", nudges(person.after()));
  }

  private static Map<String, Object> nudges(Nudges nudges) {
    Map<String, Object> weeks = new LinkedHashMap<>();
    nudges.weeks().forEach((monday, count) -> weeks.put(monday.toString(), count));
    return object(
        "all", nudges.all(),
        "at_once", nudges.atOnce(),
        "capped", nudges.capped(),
        "highest_week", nudges.highest(),
        "weeks", weeks);
  }

  private static Map<String, Object> anew(Report.Anew anew) {
    return object(
        "topics", anew.topics().stream().map(TopicId::id).sorted().toList(),
        "read", anew.read(),
        "left", anew.left());
  }

  /** Names and values in turn. */
  private static Map<String, Object> object(Object... parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) json.put((String) parts[i], parts[i + 1]);
    return json;
  }
}
