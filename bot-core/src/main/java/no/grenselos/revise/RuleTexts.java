package no.grenselos.revise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;

/**
 * Understands the texts a rule book is written in. Files are texts by name, as {@code routes.yml}.
 * Safe for many threads; changes nothing outside.
 */
public interface RuleTexts {
  /** Reads a book whole; never throws for what the texts say. */
  Checked check(Source source);

  /**
   * What is wrong with one entry by itself: its keys, its query, what it refers to. Takes
   * milliseconds, whatever the book's size; what only all entries together show, {@link #check}
   * finds.
   *
   * @param book whose topics, teams and time zone count
   * @param section routes, silences or cases
   * @param place from 0, as the problems' paths have it: {@code routes[2].when}
   */
  List<ConfigProblem> look(RuleBook book, Section section, int place, Node.Mapping entry);

  /** A section's entries in order, as written; none where the file cannot be read. */
  List<Node.Mapping> entries(Map<String, String> files, Section section);

  /** The cases of the rule suite, in order; none where they cannot be read, or there are none. */
  List<RouteCase> cases(Map<String, String> files);

  /**
   * The files after the change; comments and all other entries stay as they were written. The
   * result may be a book that cannot be used: {@link #check} it.
   *
   * @throws UnknownEntry when there is no such entry
   * @throws IllegalStateException when its file is written in a way that can only be changed in the
   *     file itself; the text says so to people
   */
  Map<String, String> edited(Map<String, String> files, Edit edit);

  /** The files after one change after another, each as {@link #edited(Map, Edit)} has it. */
  default Map<String, String> edited(Map<String, String> files, List<Edit> edits) {
    Map<String, String> changed = files;
    for (Edit edit : edits) changed = edited(changed, edit);
    return changed;
  }

  /** What differs, with a few lines around it; empty when nothing does. */
  List<Difference> differences(Map<String, String> before, Map<String, String> after);

  /**
   * Both changes of {@code base} in one.
   *
   * @return empty where they touch the same entry, or the same lines of a file
   */
  Optional<Map<String, String>> merged(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs);

  /** The entry that a change is about is not there (any more). */
  final class UnknownEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEntry(Section section, String key) {
      super("no entry " + key + " in " + section);
    }
  }
}
