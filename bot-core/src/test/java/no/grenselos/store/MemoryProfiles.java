package no.grenselos.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Profile;

/**
 * @param rows by expert
 * @param count the last number, at the key {@code last}
 */
record MemoryProfiles(SortedMap<String, Profile> rows, SortedMap<String, Long> count)
    implements Profiles {
  @Override
  public long version() {
    return count.getOrDefault("last", 0L);
  }

  @Override
  public List<Profile> since(long version) {
    return rows.values().stream()
        .filter(profile -> profile.version() > version)
        .sorted(Comparator.comparingLong(Profile::version))
        .toList();
  }

  @Override
  public Optional<Profile> find(ExpertId id) {
    return Optional.ofNullable(rows.get(id.id()));
  }

  @Override
  public boolean save(Profile profile) {
    count.put("last", version() + 1);
    long kept = find(profile.id()).map(Profile::version).orElse(0L);
    if (kept != profile.version()) return false;
    rows.put(profile.id().id(), profile.numbered(version()));
    return true;
  }
}
