package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.app.config.RouteCase.Expectation;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;

/** Reads {@code routes-test.yml}. */
public final class RouteCases {
  private static final List<String> LANES = List.of("expert", "care", "both");

  private RouteCases() {}

  /**
   * @throws ConfigException with every problem of the file
   */
  public static List<RouteCase> read(ConfigFiles files) {
    Problems problems = new Problems(files.folder());
    Settings settings = Yaml.read(files, ConfigFiles.CASES, problems);
    List<RouteCase> cases = new ArrayList<>();
    for (Settings entry : settings.parts("cases")) {
      String place = files.shown(ConfigFiles.CASES) + ":" + entry.line();
      String author = entry.text("author", "");
      cases.add(
          new RouteCase(
              place,
              entry.text("post"),
              entry.text("network", ""),
              author.startsWith("@") ? author.substring(1) : author,
              expectation(entry)));
      entry.finish();
    }
    settings.finish();
    problems.throwIfAny();
    return cases;
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
            expect.flag("drop", false),
            expect.flag("silent", false));
    if (expect.keys().isEmpty()) entry.problem("expect", "must say what should happen");
    expect.finish();
    return expectation;
  }
}
