package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.chat.ChatEvent;

/**
 * @param rows by number
 */
record MemoryRuleDrafts(MemoryState state, SortedMap<Long, RuleDrafts.Draft> rows)
    implements RuleDrafts {
  @Override
  public long keep(ChatEvent event) {
    long number = state.next("rule_draft");
    rows.put(number, new Draft(number, event, null));
    return number;
  }

  @Override
  public Optional<Draft> find(long number) {
    return Optional.ofNullable(rows.get(number));
  }

  @Override
  public boolean end(long number, Instant at) {
    Draft before = rows.get(number);
    if (before == null || before.endedAt() != null) return false;
    rows.put(number, new Draft(number, before.event(), at));
    return true;
  }
}
