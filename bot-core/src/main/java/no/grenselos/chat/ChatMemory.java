package no.grenselos.chat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a chat house's adapter has to know again after a restart, and on other nodes: where people
 * can be written to, what a channel is called. Texts of the adapter's own shape, by key, each house
 * for itself. Each call is a transaction of its own; it throws when the store cannot do it now.
 * Safe for many threads.
 */
public interface ChatMemory {
  Optional<String> recall(String key);

  /** All whose key begins so, by key, in its order. */
  Map<String, String> recallAll(String prefix);

  /** Keeps the value under the key, whatever stood there. */
  void keep(String key, String value);

  /** As {@link #keep(String, String)}, until then. */
  void keep(String key, String value, Instant until);

  /** Keeps the value unless one is kept already; gives the one that stands there then. */
  String keepFirst(String key, String value);

  void forget(String key);
}
