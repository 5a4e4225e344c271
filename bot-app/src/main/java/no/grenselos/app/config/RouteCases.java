package no.grenselos.app.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.revise.RouteCase;
import no.grenselos.revise.RouteCase.Expectation;
import no.grenselos.revise.RouteCase.Post;

/** Reads {@code routes-test.yml}: the rule suite. */
final class RouteCases {
  private static final List<String> LANES = List.of("expert", "care", "both");

  private final ZoneId zone;

  private RouteCases(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * As far as they can be read; what cannot is reported. None when there is no such file.
   *
   * @param zone of a moment that names none
   */
  static List<RouteCase> read(ConfigFiles files, ZoneId zone, Problems problems) {
    if (!files.texts().containsKey(ConfigFiles.CASES)) return List.of();
    Settings settings = Yaml.read(files, ConfigFiles.CASES, problems);
    RouteCases reader = new RouteCases(zone);
    List<RouteCase> cases = new ArrayList<>();
    for (Settings entry : settings.parts("cases")) {
      String place = files.shown(ConfigFiles.CASES) + ":" + entry.line();
      cases.add(reader.one(entry, place));
    }
    settings.finish();
    return cases;
  }

  /** One case by itself. */
  static RouteCase alone(Settings entry, String place, ZoneId zone) {
    return new RouteCases(zone).one(entry, place);
  }

  private RouteCase one(Settings entry, String place) {
    String name = entry.text("name", "");
    Post post = post(entry);
    Expectation expect = expectation(entry);
    entry.finish();
    return new RouteCase(place, name, post, expect);
  }

  private Post post(Settings entry) {
    String text = entry.text("post");
    String network =
        entry
            .parsed("network", name -> new Network(name).name(), "must be a name such as mastodon")
            .orElse("");
    String author = entry.text("author", "");
    int followers = entry.number("followers", 0);
    if (followers < 0) entry.problem("followers", "must be 0 or more");
    return new Post(
        text,
        network,
        author.startsWith("@") ? author.substring(1) : author,
        entry.text("lang", ""),
        Words.choice(entry, "kind", MentionKind.class).orElse(MentionKind.POST),
        Math.max(0, followers),
        entry
            .parsed("at", this::moment, "must be a date or moment such as \"2027-01-31T14:00\"")
            .orElse(null));
  }

  private Instant moment(String text) {
    if (text.endsWith("Z")) return Instant.parse(text);
    try {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException noTime) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
  }

  private static Expectation expectation(Settings entry) {
    Settings expect = entry.part("expect");
    var lane =
        expect
            .optionalText("lane")
            .filter(typed -> Words.among(LANES, expect, "lane", typed, "must be"));
    Expectation expectation =
        new Expectation(
            lane,
            expect.optionalText("topic"),
            expect.optionalText("channel"),
            expect.optionalText("expert"),
            expect.texts("not-expert"),
            expect.flag("drop", false),
            expect.flag("silent", false),
            expect.optionalText("why"));
    if (expect.keys().isEmpty()) entry.problem("expect", "must say what should happen");
    expect.finish();
    return expectation;
  }
}
