package no.grenselos.feed.youtube;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The comments that were found by their ids lately, as long as the process runs: only of these can
 * it be said that they are gone when they are not found any more. Safe for many threads.
 */
final class FoundIds {
  /** Some 10 MB with ids of the usual length; the oldest are forgotten first. */
  private static final int MOST = 50_000;

  private final SequencedMap<String, Boolean> ids = new LinkedHashMap<>();

  synchronized boolean has(String id) {
    return ids.containsKey(id);
  }

  synchronized void add(String id) {
    ids.remove(id);
    ids.put(id, true);
    if (ids.size() > MOST) ids.pollFirstEntry();
  }

  synchronized void remove(String id) {
    ids.remove(id);
  }
}
