package no.grenselos.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.store.Outbox;

/**
 * What this node is carrying out now. Where the clock jumps, our own errands look as if whoever had
 * them were dead, and come back while a call is still on its way: they are carried out after it and
 * not beside it, or the same card would stand there twice. Safe for many threads.
 */
final class InHand {
  private final Map<Long, Optional<Outbox.Entry>> entries = new HashMap<>();

  /** Whether to begin with it now; else it is given to whoever has it in hand, afterwards. */
  synchronized boolean begins(Outbox.Entry entry) {
    boolean alone = !entries.containsKey(entry.id());
    entries.put(entry.id(), alone ? Optional.empty() : Optional.of(entry));
    return alone;
  }

  /** One carrying out is over: what came back meanwhile is next; empty where nothing did. */
  synchronized Optional<Outbox.Entry> next(Outbox.Entry over) {
    Optional<Outbox.Entry> again = entries.remove(over.id());
    if (again == null || again.isEmpty()) return Optional.empty();
    entries.put(over.id(), Optional.empty());
    return again;
  }
}
