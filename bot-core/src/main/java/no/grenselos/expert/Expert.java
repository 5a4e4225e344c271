package no.grenselos.expert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.reading.TopicId;

/**
 * Somebody inside who said yes to being asked.
 *
 * @param title what they do, in one or two words; may be empty
 * @param handles where they can be asked, preferred house first; at least one
 * @param topics what they said yes to
 * @param languages they answer in, as lower-case codes; empty means any
 * @param speaks what the bot speaks with them
 * @param manner how they want it done
 */
public record Expert(
    ExpertId id,
    String name,
    String title,
    List<Handle> handles,
    Set<TopicId> topics,
    Set<String> languages,
    Hours hours,
    Cap cap,
    Locale speaks,
    Manner manner) {
  public Expert {
    handles = List.copyOf(handles);
    if (handles.isEmpty())
      throw new IllegalArgumentException("expert " + id + " has no chat handle");
    topics = Set.copyOf(topics);
    languages = Set.copyOf(languages);
  }

  /** As usual. */
  public Expert(
      ExpertId id,
      String name,
      String title,
      List<Handle> handles,
      Set<TopicId> topics,
      Set<String> languages,
      Hours hours,
      Cap cap,
      Locale speaks) {
    this(id, name, title, handles, topics, languages, hours, cap, speaks, Manner.USUAL);
  }

  /** How far they go. */
  public Level level() {
    return manner.level();
  }

  /** Whether they are at work: within their hours, and neither paused nor away. */
  public boolean present(Instant now) {
    return hours.at(now) && manner.absence().end(now).isEmpty();
  }

  /** The same, with other topics. */
  public Expert on(Set<TopicId> others) {
    return new Expert(id, name, title, handles, others, languages, hours, cap, speaks, manner);
  }
}
