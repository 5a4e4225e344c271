package no.grenselos.expert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose e-mail addresses are known: experts', team members' and admins'.
 *
 * @param handles all of one person, by their address
 */
public record Addresses(Map<Email, Set<Handle>> handles) {
  /** Nobody's. */
  public static final Addresses NONE = new Addresses(Map.of());

  public Addresses {
    Map<Email, Set<Handle>> copy = new LinkedHashMap<>();
    handles.forEach((email, own) -> copy.put(email, new LinkedHashSet<>(own)));
    handles = copy;
  }

  /** The handles of whoever has the address; none when that is nobody here. */
  public Set<Handle> of(Email email) {
    return Set.copyOf(handles.getOrDefault(email, Set.of()));
  }

  /** The address of whoever has one of the handles. */
  public Optional<Email> of(Collection<Handle> own) {
    return handles.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(own::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
