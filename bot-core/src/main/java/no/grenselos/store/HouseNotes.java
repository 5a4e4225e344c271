package no.grenselos.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the chat houses' adapters keep for themselves; see {@link no.grenselos.chat.ChatMemory}. */
public interface HouseNotes {
  Optional<String> find(String house, String key);

  /** By key, in the order of the keys' characters. */
  Map<String, String> startingWith(String house, String prefix);

  /**
   * Whatever stood there is replaced.
   *
   * @param until null for ever
   */
  void keep(String house, String key, String value, @Nullable Instant until);

  /** False when something is kept under the key already; nothing changes then. */
  boolean keepFirst(String house, String key, String value);

  void forget(String house, String key);

  /** Forgets what is kept no longer than until then. */
  void sweep(Instant now);
}
