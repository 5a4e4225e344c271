package no.grenselos.expert;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People who share a channel and a queue.
 *
 * @param channel as in routes: {@code #kundeservice}
 * @param members name by handle, in the order of the file
 * @param leads name by handle; who hears when a promise is broken
 * @param escalateAfter working time from a promise's end until the fallback channel hears of it too
 * @param openings how an answer begins, by the post's language ({@code nb}); may be empty
 * @param crm where their cases are kept; null when nowhere
 */
public record Team(
    String id,
    String name,
    String channel,
    Hours hours,
    SequencedMap<Handle, String> members,
    SequencedMap<Handle, String> leads,
    Duration escalateAfter,
    Map<String, String> openings,
    @Nullable Crm crm) {
  /** Long enough for a lead to act, short for somebody who waits. */
  public static final Duration ESCALATE_AFTER = Duration.ofMinutes(30);

  public Team {
    members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    leads = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leads));
    openings = Map.copyOf(openings);
  }

  /** A team without lead, openings or a place for its cases. */
  public Team(String id, String name, String channel, Hours hours, Map<Handle, String> members) {
    this(
        id,
        name,
        channel,
        hours,
        new LinkedHashMap<>(members),
        new LinkedHashMap<>(),
        ESCALATE_AFTER,
        Map.of(),
        null);
  }

  /** Whether that is one of them, leading or not. */
  public boolean has(Handle who) {
    return members.containsKey(who) || leads.containsKey(who);
  }

  /**
   * The first handle of whoever this is: several of one name in one team are one person's, in
   * several chat houses. Empty for somebody else's.
   */
  public Optional<Handle> first(Handle who) {
    return nameOf(who)
        .flatMap(name ->
            Stream.of(members, leads)
                .flatMap(people -> people.entrySet().stream())
                .filter(person -> person.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst());
  }

  /** The name by which the team knows them. */
  public Optional<String> nameOf(Handle who) {
    return Optional.ofNullable(members.getOrDefault(who, leads.get(who)));
  }

  /**
   * How an answer in that language begins; Norwegian ones stand in for each other, as their readers
   * do.
   */
  public Optional<String> opening(String language) {
    String near = language.equals("nn") ? "nb" : language.equals("no") ? "nb" : language;
    return Optional.ofNullable(openings.getOrDefault(language, openings.get(near)));
  }
}
