package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.app.config.PeopleFile.People;
import no.grenselos.app.config.RoutesFile.Rules;
import no.grenselos.app.config.RoutesFile.Targets;
import no.grenselos.app.config.TopicFiles.Placed;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.revise.RouteCase;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;

/**
 * A whole configuration as read. While there are problems, what could not be read is missing from
 * it: call {@link #refuseIfBroken} before it is used, and after the adapters have read their
 * settings, so that all problems are shown at once.
 *
 * @param cases of the rule suite; none where there is no such file
 * @param warnings rules that can be used but hardly say what was meant, and people without hours
 */
public record Configuration(
    RuleBook book,
    AppSettings app,
    OwnWords words,
    List<RouteCase> cases,
    Problems problems,
    List<ConfigProblem> warnings) {
  /**
   * Reads the files as one revision.
   *
   * @param revision the number the rule book gets
   */
  public static Configuration read(ConfigFiles files, int revision, Known known) {
    Problems problems = new Problems(files.folder());
    strangers(files, problems);
    MainFile main = MainFile.read(files, known, problems);
    List<Placed> topics = TopicFiles.read(files, problems);
    Set<String> ids = topics.stream().map(Placed::id).collect(Collectors.toSet());
    People people = new PeopleFile(main.house(), ids, main.handles(), files, problems).read();
    owners(topics, people);
    fallback(main, people);
    Targets targets = new Targets(ids, people.channels(), main.house().zone());
    Rules rules = new RoutesFile(targets, files, problems).read();
    RuleBook book = book(revision, main, topics, people, rules);
    List<ConfigProblem> warnings = new ArrayList<>(queries(book, rules));
    warnings.addAll(people.warnings());
    List<RouteCase> cases = RouteCases.read(files, main.house().zone(), problems);
    OwnWords words = OwnWords.read(files, problems);
    return new Configuration(book, main.app(), words, cases, problems, List.copyOf(warnings));
  }

  private static RuleBook book(
      int revision, MainFile main, List<Placed> topics, People people, Rules rules) {
    return new RuleBook(
        revision,
        main.house(),
        rules.routes(),
        rules.silences(),
        topics.stream().flatMap(placed -> placed.topic().stream()).toList(),
        people.experts(),
        people.teams(),
        main.handles().emails().all());
  }

  /** A file nobody reads is most likely a mistyped name, and its rules would silently not hold. */
  private static void strangers(ConfigFiles files, Problems problems) {
    for (String name : files.texts().keySet()) {
      if (name.startsWith(ConfigFiles.TOPICS) && name.endsWith(".yml")) continue;
      if (name.startsWith(ConfigFiles.LEXICON) && name.endsWith(ConfigFiles.WORDS)) continue;
      if (ConfigFiles.ALL.contains(name) || name.equals(ConfigFiles.PULLED)) continue;
      String hint = Words.hint(ConfigFiles.ALL, name, "known are");
      problems.in(files.shown(name)).add(0, "", "nobody reads this file" + hint);
    }
  }

  /** Reads the queries; one that cannot be used is a problem at its place. */
  static List<ConfigProblem> queries(RuleBook book, Rules rules) {
    try {
      return Router.lint(book);
    } catch (ConfigException e) {
      for (ConfigProblem problem : e.problems()) {
        Settings place = rules.places().get(problem.path());
        if (place == null) throw e;
        place.problem("when", problem.text());
      }
      return List.of();
    }
  }

  private static void owners(List<Placed> topics, People people) {
    if (people.owned().isEmpty()) return;
    for (Placed placed : topics) {
      if (people.owned().contains(placed.id())) continue;
      String text = "nobody in " + ConfigFiles.EXPERTS + " has this topic, under topics or invite";
      placed.settings().problem("id", text);
    }
  }

  private static void fallback(MainFile main, People people) {
    String channel = main.house().fallbackChannel();
    if (channel.isEmpty() || people.channels().isEmpty()) return;
    Words.among(people.channels(), main.settings(), "fallback-channel", channel, "teams have");
  }

  /** Every problem, by file and line. */
  List<ConfigProblem> found() {
    return problems.found().stream()
        .distinct()
        .sorted(Comparator.comparing(ConfigProblem::file).thenComparingInt(ConfigProblem::line))
        .toList();
  }

  /**
   * @throws ConfigException with every problem found, by file and line
   */
  public void refuseIfBroken() {
    List<ConfigProblem> found = found();
    if (!found.isEmpty()) throw new ConfigException(found);
  }
}
