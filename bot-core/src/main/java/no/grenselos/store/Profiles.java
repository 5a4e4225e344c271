package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Profile;

/**
 * What people said about themselves in chat. Each change has a number, given in the order in which
 * changes become visible: whoever has read up to one misses none by asking for those after it.
 */
public interface Profiles {
  /** The number of the last change; 0 when there was none. */
  long version();

  /** Those changed after that one, in the order of their changes. */
  List<Profile> since(long version);

  Optional<Profile> find(ExpertId id);

  /**
   * Keeps a profile, new when its version is 0. False when somebody kept another since it was read:
   * read again.
   */
  boolean save(Profile profile);

  /**
   * Notes that somebody is in their chat house no more, or is back: nobody asks them meanwhile, and
   * what they chose is kept. False when that is no news, or somebody changed the profile meanwhile.
   *
   * @param id as in the rule book in force
   */
  default boolean gone(ExpertId id, boolean gone, Instant now) {
    Profile profile = find(id).orElseGet(() -> Profile.of(id, now));
    if (profile.seen().gone() == gone) return false;
    Profile.Seen seen = new Profile.Seen(profile.seen().zone(), null, gone);
    return save(profile.with(seen));
  }
}
