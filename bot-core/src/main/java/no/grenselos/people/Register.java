package no.grenselos.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;

/**
 * The experts of the rule book as written, and who of them a row means: by id, then by a handle, by
 * e-mail address, and at last by a name that only one of them has.
 */
final class Register {
  private final Map<String, Node.Mapping> byId = new LinkedHashMap<>();
  private final Map<Handle, String> byHandle = new LinkedHashMap<>();
  private final Map<Email, String> byEmail = new LinkedHashMap<>();
  private final Map<String, List<String>> byName = new LinkedHashMap<>();
  private final Set<String> houses;

  Register(List<Node.Mapping> experts, Set<String> houses) {
    this.houses = houses;
    experts.forEach(this::add);
  }

  private void add(Node.Mapping entry) {
    String id = entry.text("id");
    if (id.isEmpty()) return;
    byId.put(id, entry);
    handles(entry, houses).forEach(handle -> byHandle.put(handle, id));
    Email.parse(entry.text("email")).ifPresent(email -> byEmail.put(email, id));
    byName.computeIfAbsent(key(entry.text("name")), name -> new ArrayList<>()).add(id);
  }

  static List<Handle> handles(Node.Mapping entry, Set<String> houses) {
    return houses.stream()
        .sorted()
        .filter(house -> !entry.text(house).isBlank())
        .map(house -> new Handle(house, entry.text(house)))
        .toList();
  }

  Set<String> ids() {
    return new HashSet<>(byId.keySet());
  }

  /** The place of an entry in its list, from 0. */
  int place(String id) {
    return List.copyOf(byId.keySet()).indexOf(id);
  }

  Optional<Node.Mapping> entry(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id of whoever the row means; empty for somebody new. Says what contradicts itself. */
  Optional<String> of(Person person) {
    if (person.id() != null) {
      person.handles().forEach(handle -> clash(person, handle, person.id()));
      return byId.containsKey(person.id()) ? Optional.of(person.id()) : Optional.empty();
    }
    Optional<String> known =
        person.handles().stream().filter(byHandle::containsKey).map(byHandle::get).findFirst();
    if (known.isPresent()) {
      person.handles().forEach(handle -> clash(person, handle, known.get()));
      return known;
    }
    return byEmail(person).or(() -> byName(person));
  }

  private void clash(Person person, Handle handle, String id) {
    String other = byHandle.getOrDefault(handle, id);
    if (!other.equals(id))
      person.row().problem(handle.house(), "is \"" + other + "\" here already");
  }

  private Optional<String> byEmail(Person person) {
    return Optional.ofNullable(person.email()).map(byEmail::get);
  }

  /** Somebody else of the same name is not overwritten: their handles would differ. */
  private Optional<String> byName(Person person) {
    List<String> named = byName.getOrDefault(key(String.valueOf(person.name())), List.of());
    if (person.name() == null || named.size() != 1) return Optional.empty();
    Node.Mapping entry = byId.get(named.getFirst());
    boolean other =
        entry == null
            || person.handles().stream().anyMatch(h -> !entry.text(h.house()).isEmpty())
            || (person.email() != null && !entry.text("email").isEmpty());
    return other ? Optional.empty() : Optional.of(named.getFirst());
  }

  private static String key(String name) {
    return ShortNames.of(name, Set.of());
  }
}
