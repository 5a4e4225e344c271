package no.grenselos.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.expert.Email;
import no.grenselos.revise.Checked;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;

/**
 * Makes a draft of the rule book from a list of people. Changes nothing by itself: whoever calls
 * shows the plan, and keeps it through {@link no.grenselos.revise.Revising}. Safe for many threads.
 */
public final class PeopleImport {
  private final RuleTexts texts;
  private final Set<String> houses;

  /**
   * @param houses chat houses whose members a list may name
   */
  public PeopleImport(RuleTexts texts, Set<String> houses) {
    this.texts = texts;
    this.houses = Set.copyOf(houses);
  }

  /**
   * The addresses by which the houses have to be asked for somebody: of rows that name no handle
   * and mean nobody who is known. Rows that cannot be read are left out.
   */
  public Set<Email> unknown(Source newest, Sheet sheet) {
    Checked checked = texts.check(newest);
    if (checked.book().isEmpty()) return Set.of();
    RowReader reader = new RowReader(checked.book().get(), houses, new Problems(sheet.file()));
    Register register = register(newest.files());
    Set<Email> unknown = new LinkedHashSet<>();
    for (Node.Mapping row : sheet.rows()) {
      Person person = reader.read(row);
      if (person.email() == null || !person.handles().isEmpty()) continue;
      if (register.of(person).isEmpty()) unknown.add(person.email());
    }
    return unknown;
  }

  /** What the list would make of the newest revision; all mistakes at once when it would not. */
  public Plan plan(Source newest, Sheet sheet, Directory directory) {
    Checked checked = texts.check(newest);
    if (checked.book().isEmpty()) return new Plan.Mistaken(checked.problems());
    Problems problems = new Problems(sheet.file());
    Drafting drafting = drafted(newest, checked.book().get(), sheet, directory, problems);
    if (!problems.found().isEmpty()) return new Plan.Mistaken(inOrder(problems.found()));
    Map<String, String> files = texts.edited(newest.files(), drafting.edits());
    Source next = new Source(newest.revision() + 1, newest.at(), "", "", files);
    // what one row cannot see by itself, such as hours that now end before they begin
    List<ConfigProblem> wrong = texts.check(next).problems();
    if (!wrong.isEmpty()) return new Plan.Mistaken(wrong);
    return new Plan.Ready(newest.revision(), files, drafting.changes(), drafting.absent());
  }

  private Drafting drafted(
      Source newest, RuleBook book, Sheet sheet, Directory directory, Problems problems) {
    TeamLists teams = new TeamLists(texts.entries(newest.files(), Section.TEAMS), houses);
    Drafting drafting = new Drafting(register(newest.files()), teams, directory);
    if (sheet.rows().isEmpty()) problems.add(0, "", "names nobody");
    if (sheet.rows().size() > Sheet.MOST) {
      problems.add(0, "", "has " + sheet.rows().size() + " people, at most " + Sheet.MOST + " go");
      return drafting;
    }
    RowReader reader = new RowReader(book, houses, problems);
    sheet.rows().forEach(row -> drafting.add(reader.read(row)));
    return drafting;
  }

  private Register register(Map<String, String> files) {
    return new Register(texts.entries(files, Section.EXPERTS), houses);
  }

  private static List<ConfigProblem> inOrder(List<ConfigProblem> found) {
    List<ConfigProblem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(ConfigProblem::line));
    return sorted;
  }
}
