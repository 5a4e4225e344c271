package no.grenselos.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import no.grenselos.chat.Placement;
import no.grenselos.expert.ExpertId;
import no.grenselos.feed.Cursor;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.Ticket;

/** The rows of a {@link MemoryStore}; all values are immutable. A frozen state refuses changes. */
record MemoryState(
    Map<Long, MemoryQueue.Row> queue,
    Map<String, Long> numbers,
    Set<String> seen,
    Map<String, Cursor> cursors,
    List<MentionLog.Logged> mentions,
    Set<MentionId> erased,
    Set<Reshare> reshares,
    Map<Long, Ticket> tickets,
    Map<Long, Offer> offers,
    Map<Long, Placement> placements,
    Set<Long> lost,
    Map<Long, Answer> answers,
    Map<Mute, Instant> mutes,
    List<RuleBooks.Source> ruleBooks,
    List<AuditLog.Entry> audit,
    Map<Long, MemoryLessons.Row> lessons,
    Map<String, SortedMap<?, ?>> tables,
    boolean isFrozen) {

  record Reshare(MentionId original, MentionId reshare) {}

  record Mute(ExpertId expert, TopicId topic) {}

  MemoryState() {
    this(
        new TreeMap<>(),
        new HashMap<>(),
        new HashSet<>(),
        new HashMap<>(),
        new ArrayList<>(),
        new HashSet<>(),
        new HashSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new HashSet<>(),
        new TreeMap<>(),
        new HashMap<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new TreeMap<>(),
        new HashMap<>(),
        false);
  }

  /**
   * One more table; its values must be immutable.
   *
   * @param name nobody else's
   */
  @SuppressWarnings("unchecked") // each name has one reader, who names the types
  <K extends Comparable<K>, V> SortedMap<K, V> table(String name) {
    SortedMap<K, V> there = (SortedMap<K, V>) tables.get(name);
    if (there != null) return there;
    SortedMap<K, V> fresh = new TreeMap<>();
    if (isFrozen) return Collections.unmodifiableSortedMap(fresh);
    tables.put(name, fresh);
    return fresh;
  }

  private static Map<String, SortedMap<?, ?>> each(
      Map<String, SortedMap<?, ?>> tables, UnaryOperator<SortedMap<?, ?>> change) {
    Map<String, SortedMap<?, ?>> changed = new HashMap<>();
    tables.forEach((name, rows) -> changed.put(name, change.apply(rows)));
    return changed;
  }

  /** The next number of a table, from 1; never given twice. */
  long next(String table) {
    return numbers.merge(table, 1L, Long::sum);
  }

  MemoryState copy() {
    return new MemoryState(
        new TreeMap<>(queue),
        new HashMap<>(numbers),
        new HashSet<>(seen),
        new HashMap<>(cursors),
        new ArrayList<>(mentions),
        new HashSet<>(erased),
        new HashSet<>(reshares),
        new TreeMap<>(tickets),
        new TreeMap<>(offers),
        new TreeMap<>(placements),
        new HashSet<>(lost),
        new TreeMap<>(answers),
        new HashMap<>(mutes),
        new ArrayList<>(ruleBooks),
        new ArrayList<>(audit),
        new TreeMap<>(lessons),
        each(tables, TreeMap::new),
        false);
  }

  MemoryState frozen() {
    return new MemoryState(
        Collections.unmodifiableMap(queue),
        Collections.unmodifiableMap(numbers),
        Collections.unmodifiableSet(seen),
        Collections.unmodifiableMap(cursors),
        Collections.unmodifiableList(mentions),
        Collections.unmodifiableSet(erased),
        Collections.unmodifiableSet(reshares),
        Collections.unmodifiableMap(tickets),
        Collections.unmodifiableMap(offers),
        Collections.unmodifiableMap(placements),
        Collections.unmodifiableSet(lost),
        Collections.unmodifiableMap(answers),
        Collections.unmodifiableMap(mutes),
        Collections.unmodifiableList(ruleBooks),
        Collections.unmodifiableList(audit),
        Collections.unmodifiableMap(lessons),
        each(tables, Collections::unmodifiableSortedMap),
        true);
  }
}
