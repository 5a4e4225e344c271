package no.grenselos.ruling;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Form.Field;
import no.grenselos.config.Node;
import no.grenselos.revise.Invitations;
import no.grenselos.revise.Section;

/**
 * Who may be invited to a topic: the experts of the rules who do not have it by them. Chosen from a
 * list, or written by name where they are more than a list can hold.
 *
 * @param topic its id; empty for a new one
 */
record TopicPeople(Sheet sheet, String topic) {
  static final String FIELD = "invited";

  /** What a house's list takes. */
  private static final int LISTED = 100;

  private static final int LONGEST = 2_000;

  /**
   * What somebody filled in.
   *
   * @param unknown names that are nobody's, or several people's
   */
  record Read(Set<String> ids, Set<String> unknown) {}

  private List<Node.Mapping> experts() {
    return sheet.entries(Section.EXPERTS);
  }

  private List<Node.Mapping> free() {
    Set<String> have = Invitations.owners(topic, experts());
    return experts().stream()
        .filter(expert -> !have.contains(expert.text("id")))
        .sorted(Comparator.comparing(expert -> expert.text("name")))
        .toList();
  }

  /** As the rules have it. */
  Set<String> invited() {
    Set<String> invited = new HashSet<>(Invitations.of(topic, experts()));
    invited.removeAll(Invitations.owners(topic, experts()));
    return invited;
  }

  /** None where there is nobody to invite. */
  Stream<Field> field(Asked asked) {
    List<Node.Mapping> free = free();
    if (free.isEmpty()) return Stream.of();
    String typed = asked.question().value(FIELD);
    if (free.size() > LISTED) {
      String now = asked.isFresh() ? String.join(", ", names(invited())) : typed;
      return Stream.of(
          Field.Text.lines(FIELD, asked.label(FIELD), asked.hint(FIELD), LONGEST)
              .with(now.substring(0, Math.min(LONGEST, now.length())))
              .mayBeEmpty());
    }
    Set<String> chosen = asked.isFresh() ? invited() : read(typed).ids();
    List<Field.Option> options =
        free.stream().map(one -> new Field.Option(one.text("id"), one.text("name"))).toList();
    return Stream.of(new Field.ManyOf(FIELD, asked.label(FIELD), options, chosen, true));
  }

  private List<String> names(Set<String> ids) {
    return experts().stream()
        .filter(expert -> ids.contains(expert.text("id")))
        .map(expert -> expert.text("name"))
        .toList();
  }

  Read read(String typed) {
    Set<String> ids = new HashSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String one : typed.split("[,\\n]", -1)) {
      String wanted = one.strip();
      if (wanted.isEmpty()) continue;
      Set<String> found = found(wanted);
      if (found.size() == 1) ids.addAll(found);
      else unknown.add(wanted);
    }
    return new Read(ids, unknown);
  }

  private Set<String> found(String wanted) {
    return free().stream()
        .filter(one -> one.text("id").equals(wanted) || one.text("name").equalsIgnoreCase(wanted))
        .map(one -> one.text("id"))
        .collect(Collectors.toSet());
  }
}
