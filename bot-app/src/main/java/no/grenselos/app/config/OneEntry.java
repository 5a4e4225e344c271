package no.grenselos.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.grenselos.app.config.RoutesFile.Rules;
import no.grenselos.app.config.RoutesFile.Targets;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.expert.Team;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;

/** Reads one entry by itself, as its file would be read. */
final class OneEntry {
  private static final String FOLDER = "config/";

  private final RuleBook book;
  private final Section section;
  private final String file;
  private final Problems problems;
  private final Settings entry;

  private OneEntry(RuleBook book, Section section, int place, Node.Mapping entry) {
    this.book = book;
    this.section = section;
    this.file =
        FOLDER
            + Listed.of(section)
                .orElseThrow(() -> new IllegalArgumentException(section + " has no list"))
                .file();
    this.problems = new Problems(file);
    String path = section.name().toLowerCase(Locale.ROOT) + "[" + place + "]";
    this.entry = new Settings(entry, path, problems);
  }

  static List<ConfigProblem> problems(
      RuleBook book, Section section, int place, Node.Mapping entry) {
    OneEntry one = new OneEntry(book, section, place, entry);
    one.read();
    return one.problems.found().stream().distinct().toList();
  }

  private void read() {
    switch (section) {
      case ROUTES -> queries(RoutesFile.route(targets(), entry, file, problems));
      case SILENCES -> queries(RoutesFile.silence(targets(), entry, file, problems));
      case CASES -> RouteCases.alone(entry, file, book.house().zone());
      case EXPERTS, TEAMS, TOPICS ->
          throw new IllegalArgumentException(section + " is looked at as a whole");
    }
  }

  private Targets targets() {
    return new Targets(
        book.topics().stream().map(topic -> topic.id().id()).collect(Collectors.toSet()),
        book.teams().stream().map(Team::channel).collect(Collectors.toSet()),
        book.house().zone());
  }

  private void queries(Rules rules) {
    RuleBook alone =
        new RuleBook(
            book.revision(),
            book.house(),
            rules.routes(),
            rules.silences(),
            book.topics(),
            book.experts(),
            book.teams());
    Configuration.queries(alone, rules);
  }
}
