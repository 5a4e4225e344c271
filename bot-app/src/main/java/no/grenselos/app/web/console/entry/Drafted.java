package no.grenselos.app.web.console.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Invitations;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;

/**
 * A revision's files with one entry changed.
 *
 * @param place of the entry in its section, from 0
 * @param changed names of the files that are others now
 */
record Drafted(Map<String, String> files, Section section, int place, Set<String> changed) {
  /** Under which key an entry of the section is known; empty where its place is its name. */
  static String id(Section section) {
    return switch (section) {
      case ROUTES -> "name";
      case EXPERTS, TEAMS, TOPICS -> "id";
      case SILENCES, CASES -> "";
    };
  }

  static int place(List<Node.Mapping> entries, Section section, String key) {
    String id = id(section);
    for (int i = 0; i < entries.size(); i++) {
      String known = id.isEmpty() ? Integer.toString(i) : entries.get(i).text(id);
      if (known.equals(key)) return i;
    }
    return -1;
  }

  /**
   * With that entry, at its place, and where it is a topic with the experts who are asked to take
   * it.
   *
   * @throws RuleTexts.UnknownEntry when it is not there
   * @throws IllegalStateException when the file must be changed by hand; the text says so
   */
  static Drafted of(
      RuleTexts texts,
      Map<String, String> base,
      Asked asked,
      Node.Mapping entry,
      Set<String> invited) {
    Section section = asked.section();
    int at = Math.max(0, asked.at() - 1);
    Map<String, String> files = texts.edited(base, new Edit.Put(section, asked.key(), at, entry));
    String id = id(section);
    String key = id.isEmpty() ? asked.key() : entry.text(id);
    if (section == Section.ROUTES && !asked.key().isEmpty()) {
      int place = place(texts.entries(files, section), section, key);
      if (place >= 0 && place != at && asked.at() != Integer.MAX_VALUE) {
        files = texts.edited(files, new Edit.Move(section, key, at));
      }
    }
    if (section == Section.TOPICS) files = invited(texts, files, key, invited);
    List<Node.Mapping> entries = texts.entries(files, section);
    int place = key.isEmpty() ? Math.min(at, entries.size() - 1) : place(entries, section, key);
    return new Drafted(files, section, place, changed(base, files));
  }

  private static Map<String, String> invited(
      RuleTexts texts, Map<String, String> files, String topic, Set<String> invited) {
    List<Node.Mapping> experts = texts.entries(files, Section.EXPERTS);
    Set<String> before = Invitations.of(topic, experts);
    return texts.edited(files, Invitations.between(topic, before, invited).edits(experts));
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether something is wrong with that field of the entry. */
  boolean isAbout(Spot spot, Field field) {
    boolean here =
        section == Section.TOPICS
            ? changed.contains(spot.file())
            : spot.isOf(section.name().toLowerCase(java.util.Locale.ROOT), place);
    String below = spot.below();
    return here
        && (below.equals(field.path())
            || below.startsWith(field.path() + ".")
            || below.startsWith(field.path() + "["));
  }
}
