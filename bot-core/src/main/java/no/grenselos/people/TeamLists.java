package no.grenselos.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Section;

/** The teams of the rule book as written, with those who join them. */
final class TeamLists {
  private final Map<String, Node.Mapping> teams = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final Set<String> houses;

  TeamLists(List<Node.Mapping> teams, Set<String> houses) {
    this.houses = houses;
    teams.forEach(team -> this.teams.put(team.text("id"), team));
  }

  /** Who is in it already stays as they are. False for them. */
  boolean join(String id, Node.Mapping person) {
    Node.Mapping team = teams.get(id);
    if (team == null) return false;
    List<Node> members = members(team);
    if (members.stream().anyMatch(member -> same(member, person))) return false;
    members.add(member(person));
    Map<String, Node> keys = new LinkedHashMap<>(team.entries());
    keys.put("members", new Node.Sequence(members, 0));
    teams.put(id, new Node.Mapping(keys, team.line()));
    changed.add(id);
    return true;
  }

  List<Edit> edits() {
    return changed.stream()
        .<Edit>map(id ->
            new Edit.Put(Section.TEAMS, id, at(id), teams.getOrDefault(id, Node.Mapping.empty())))
        .toList();
  }

  private int at(String id) {
    return new ArrayList<>(teams.keySet()).indexOf(id);
  }

  private static List<Node> members(Node.Mapping team) {
    return team.entries().get("members") instanceof Node.Sequence list
        ? new ArrayList<>(list.items())
        : new ArrayList<>();
  }

  private boolean same(Node member, Node.Mapping person) {
    if (!(member instanceof Node.Mapping known)) return false;
    boolean sameEmail =
        !person.text("email").isEmpty()
            && person.text("email").equalsIgnoreCase(known.text("email"));
    List<?> theirs = Register.handles(known, houses);
    return sameEmail || Register.handles(person, houses).stream().anyMatch(theirs::contains);
  }

  private Node.Mapping member(Node.Mapping person) {
    Map<String, Node> keys = new LinkedHashMap<>();
    keys.put("name", RowReader.scalar(person.text("name")));
    if (!person.text("email").isEmpty()) {
      keys.put("email", RowReader.scalar(person.text("email")));
    }
    Register.handles(person, houses)
        .forEach(handle -> keys.put(handle.house(), RowReader.scalar(handle.id())));
    return new Node.Mapping(keys, 0);
  }
}
