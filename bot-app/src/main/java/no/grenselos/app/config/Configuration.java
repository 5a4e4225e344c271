package no.grenselos.app.config;

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
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;

/**
 * A whole configuration as read. While there are problems, what could not be read is missing from
 * it: call {@link #refuseIfBroken} before it is used, and after the adapters have read their
 * settings, so that all problems are shown at once.
 */
public record Configuration(RuleBook book, AppSettings app, OwnWords words, Problems problems) {
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
    People people = new PeopleFile(main.house(), ids, known, files, problems).read();
    owners(topics, people);
    fallback(main, people);
    Targets targets = new Targets(ids, people.channels(), main.house().zone());
    Rules rules = new RoutesFile(targets, files, problems).read();
    RuleBook book = book(revision, main, topics, people, rules);
    queries(book, rules);
    return new Configuration(book, main.app(), OwnWords.read(files, problems), problems);
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
        people.teams());
  }

  /** A file nobody reads is most likely a mistyped name, and its rules would silently not hold. */
  private static void strangers(ConfigFiles files, Problems problems) {
    for (String name : files.texts().keySet()) {
      if (name.startsWith(ConfigFiles.TOPICS) && name.endsWith(".yml")) continue;
      if (name.startsWith(ConfigFiles.LEXICON) && name.endsWith(ConfigFiles.WORDS)) continue;
      if (ConfigFiles.ALL.contains(name)) continue;
      String hint = Words.hint(ConfigFiles.ALL, name, "known are");
      problems.in(files.shown(name)).add(0, "", "nobody reads this file" + hint);
    }
  }

  private static void queries(RuleBook book, Rules rules) {
    try {
      Router.lint(book);
    } catch (ConfigException e) {
      for (ConfigProblem problem : e.problems()) {
        Settings place = rules.places().get(problem.path());
        if (place == null) throw e;
        place.problem("when", problem.text());
      }
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

  /**
   * @throws ConfigException with every problem found, by file and line
   */
  public void refuseIfBroken() {
    List<ConfigProblem> found =
        problems.found().stream()
            .distinct()
            .sorted(Comparator.comparing(ConfigProblem::file).thenComparingInt(ConfigProblem::line))
            .toList();
    if (!found.isEmpty()) throw new ConfigException(found);
  }
}
