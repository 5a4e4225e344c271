package no.grenselos.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.store.Outbox;

/**
 * What this node is carrying out now. Where the clock jumps, our own errands look as if whoever had
 * them were dead, and come back while a call is still on its way: they are carried out after it and
 * not beside it, or the same card would stand there twice. Safe for many threads.
 */
final class InHand {
  private final Map<Long, Held> entries = new HashMap<>();

  /**
   * @param back how it was leased anew meanwhile
   */
  private record Held(Outbox.Entry entry, Optional<Outbox.Entry> back) {}

  /** Whether to begin with it now; else it is given to whoever has it in hand, afterwards. */
  synchronized boolean begins(Outbox.Entry entry) {
    Held held = entries.get(entry.id());
    entries.put(
        entry.id(),
        held == null
            ? new Held(entry, Optional.empty())
            : new Held(held.entry(), Optional.of(entry)));
    return held == null;
  }

  /** One carrying out is over: what came back meanwhile is next; empty where nothing did. */
  synchronized Optional<Outbox.Entry> next(Outbox.Entry over) {
    Held held = entries.remove(over.id());
    Optional<Outbox.Entry> back = held == null ? Optional.empty() : held.back();
    back.ifPresent(entry -> entries.put(entry.id(), new Held(entry, Optional.empty())));
    return back;
  }

  /** All of it, each with its latest lease. */
  synchronized List<Outbox.Entry> all() {
    return entries.values().stream().map(held -> held.back().orElse(held.entry())).toList();
  }
}
