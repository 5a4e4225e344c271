package no.grenselos.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Map<Long, MemoryLessons.Row> lessons) {

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
        new TreeMap<>());
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
        new TreeMap<>(lessons));
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
        Collections.unmodifiableMap(lessons));
  }
}
