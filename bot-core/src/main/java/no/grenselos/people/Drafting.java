package no.grenselos.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.expert.Handle;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Section;

/** Goes through a list row by row: who each is, and what their entry becomes. */
final class Drafting {
  private final Register register;
  private final TeamLists teams;
  private final Directory directory;
  private final Set<String> ids;
  private final Map<Object, Integer> lines = new HashMap<>();
  private final Set<String> met = new HashSet<>();
  private final List<Edit> changed = new ArrayList<>();
  private final List<Edit> added = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  Drafting(Register register, TeamLists teams, Directory directory) {
    this.register = register;
    this.teams = teams;
    this.directory = directory;
    this.ids = register.ids();
  }

  void add(Person row) {
    if (seenBefore(row)) return;
    Optional<String> known = register.of(row);
    Person person = known.isPresent() ? row : found(row);
    if (known.isPresent()) {
      if (!once(person, known.get(), "id")) return;
      met.add(known.get());
      known(person, known.get());
    } else if (complete(person)) {
      fresh(person);
    }
  }

  /** Changed entries, then new ones, then their teams. */
  List<Edit> edits() {
    List<Edit> all = new ArrayList<>(changed);
    all.addAll(added);
    all.addAll(teams.edits());
    return all;
  }

  List<Change> changes() {
    return changes;
  }

  /** Experts whom no row meant. */
  List<String> absent() {
    return register.ids().stream().filter(id -> !met.contains(id)).sorted().toList();
  }

  private boolean seenBefore(Person row) {
    boolean first = row.email() == null || once(row, row.email(), "email");
    for (Handle handle : row.handles()) first &= once(row, handle, handle.house());
    return !first;
  }

  private boolean once(Person person, Object what, String key) {
    Integer line = lines.putIfAbsent(what, person.row().line());
    if (line == null) return true;
    person.row().problem(key, "is the same person as in line " + line);
    return false;
  }

  /** With the handles that the houses know for the address, where the row names none. */
  private Person found(Person row) {
    if (!row.handles().isEmpty() || row.email() == null) return row;
    Directory.Answer answer = directory.answers().get(row.email());
    return answer == null ? row : row.known(answer.handles());
  }

  private boolean complete(Person person) {
    if (person.name() == null && !person.row().has("name")) {
      person.row().problem("name", "is missing; nobody here is known by the rest of the line");
    }
    if (person.handles().isEmpty()) handleless(person);
    // topics that could not be read are said to be wrong already
    if (person.knowsSomething() && !person.row().has("topics") && !person.row().has("invite")) {
      person.row().problem("topics", "are missing: name some, or a team");
    }
    return person.name() != null && !person.handles().isEmpty();
  }

  private void handleless(Person person) {
    Directory.Answer answer =
        person.email() == null ? null : directory.answers().get(person.email());
    if (answer == null) {
      person
          .row()
          .problem("", "has no chat handle, and no e-mail address that a chat house was asked for");
    } else {
      person.row().problem("email", answer.why());
    }
  }

  private void known(Person person, String id) {
    Node.Mapping before = register.entry(id).orElseThrow();
    Node.Mapping after = Entries.over(before, person);
    List<Change.Was> what = new ArrayList<>(Entries.differences(before, after));
    if (!what.isEmpty()) {
      changed.add(new Edit.Put(Section.EXPERTS, id, register.place(id), after));
    }
    what.addAll(joined(person, after));
    Change.Kind kind = what.isEmpty() ? Change.Kind.SAME : Change.Kind.CHANGED;
    changes.add(new Change(person.row().line(), kind, id, after.text("name"), what));
  }

  private void fresh(Person person) {
    String name = String.valueOf(person.name());
    String id = person.id() == null ? ShortNames.of(name, ids) : person.id();
    Node.Mapping entry = Entries.fresh(person, id);
    List<Change.Was> what = new ArrayList<>();
    if (person.knowsSomething()) {
      if (!once(person, id, "id")) return;
      ids.add(id);
      added.add(new Edit.Put(Section.EXPERTS, "", Integer.MAX_VALUE, entry));
      what.addAll(Entries.differences(Node.Mapping.empty(), entry));
    }
    what.addAll(joined(person, entry));
    Change.Kind kind = person.knowsSomething() ? Change.Kind.NEW : joins(what);
    String shown = person.knowsSomething() ? id : "";
    changes.add(new Change(person.row().line(), kind, shown, name, what));
  }

  private static Change.Kind joins(List<Change.Was> what) {
    return what.isEmpty() ? Change.Kind.SAME : Change.Kind.JOINS;
  }

  private List<Change.Was> joined(Person person, Node.Mapping entry) {
    return person.teams().stream()
        .filter(team -> teams.join(team, entry))
        .map(team -> new Change.Was("team", "", team))
        .toList();
  }
}
