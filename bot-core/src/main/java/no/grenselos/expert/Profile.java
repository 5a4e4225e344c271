package no.grenselos.expert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about themselves in chat, on top of the rule book, and what their chat house
 * and their calendar say of them.
 *
 * @param id the expert's in the rule book; for somebody who is not in it, their handle as text
 * @param person who it is, where the rule book does not say; else null
 * @param leaves by the calendars that were read, past ones too
 * @param version 0 for a new one; else the store's number of the change that made it so
 */
public record Profile(
    ExpertId id,
    @Nullable Person person,
    Proposal proposal,
    Choices choices,
    Seen seen,
    List<Leave> leaves,
    long version) {
  public Profile {
    leaves = List.copyOf(leaves);
  }

  /** Without a calendar. */
  public Profile(
      ExpertId id,
      @Nullable Person person,
      Proposal proposal,
      Choices choices,
      Seen seen,
      long version) {
    this(id, person, proposal, choices, seen, List.of(), version);
  }

  /** Whether somebody wants to be asked. */
  public enum Consent {
    /** Somebody thinks they know; they have not heard of it yet. */
    PROPOSED,
    /** They were asked whether they want to, and have not answered. */
    ASKED,
    YES,
    NO
  }

  /**
   * Somebody who is not in the rule book.
   *
   * @param name as the house shows it; empty while it is not known
   */
  public record Person(Handle handle, String name) {}

  /**
   * What they were proposed for, and what they said to that.
   *
   * @param since when it came to this consent
   * @param topics proposed and not answered yet
   * @param declined topics they said no to: they are not proposed again
   * @param by the name of whoever proposed them; empty when it was the rule book
   */
  public record Proposal(
      Consent consent, Instant since, Set<TopicId> topics, Set<TopicId> declined, String by) {
    public Proposal {
      topics = Set.copyOf(topics);
      declined = Set.copyOf(declined);
    }

    /** They said yes, and nothing is open. */
    public static Proposal agreed(Instant since) {
      return new Proposal(Consent.YES, since, Set.of(), Set.of(), "");
    }

    /** These topics are no longer open, however they were answered. */
    public Proposal without(Set<TopicId> answered) {
      Set<TopicId> open = new TreeSet<>(topics);
      open.removeAll(answered);
      return new Proposal(consent, since, open, declined, by);
    }

    /** They said no to these. */
    public Proposal declining(Set<TopicId> unwanted) {
      Set<TopicId> no = new TreeSet<>(declined);
      no.addAll(unwanted);
      Proposal rest = without(unwanted);
      return new Proposal(consent, since, rest.topics, no, by);
    }

    public Proposal consenting(Consent now, Instant at) {
      return new Proposal(now, at, topics, declined, by);
    }
  }

  /**
   * What the chat house says of them.
   *
   * @param zone where they are; null when not known
   * @param awayUntil until when they are not to be disturbed; null when not known, may be over
   * @param gone whether they are in the house no more
   */
  public record Seen(@Nullable ZoneId zone, @Nullable Instant awayUntil, boolean gone) {
    public static final Seen NOTHING = new Seen(null, null, false);

    public Seen(@Nullable ZoneId zone, @Nullable Instant awayUntil) {
      this(zone, awayUntil, false);
    }
  }

  /** Of an expert who has said nothing yet: all is as the rule book has it. */
  public static Profile of(ExpertId id, Instant now) {
    return new Profile(id, null, Proposal.agreed(now), Choices.NONE, Seen.NOTHING, 0);
  }

  /** The id of somebody who is not in the rule book. */
  public static ExpertId idOf(Handle handle) {
    return new ExpertId(handle.toString());
  }

  public Profile with(Proposal other) {
    return new Profile(id, person, other, choices, seen, leaves, version);
  }

  public Profile with(Choices other) {
    return new Profile(id, person, proposal, other, seen, leaves, version);
  }

  public Profile with(Seen other) {
    return new Profile(id, person, proposal, choices, other, leaves, version);
  }

  public Profile with(@Nullable Person other) {
    return new Profile(id, other, proposal, choices, seen, leaves, version);
  }

  /** What that calendar says now; others' leaves stay. The soonest {@link Leave#MOST} are kept. */
  public Profile with(Leave.Source source, List<Leave> said) {
    List<Leave> fresh = said.stream().filter(leave -> leave.source() == source).toList();
    List<Leave> all = new ArrayList<>(leaves);
    all.removeIf(leave -> leave.source() == source);
    all.addAll(Leave.joined(fresh).stream().limit(Leave.MOST).toList());
    return new Profile(id, person, proposal, choices, seen, all, version);
  }

  public Profile numbered(long number) {
    return new Profile(id, person, proposal, choices, seen, leaves, number);
  }

  /** The expert as they want to be asked. Nobody goes further than the rule book lets them. */
  public Expert over(Expert expert) {
    Set<TopicId> topics = Objects.requireNonNullElse(choices.topics(), expert.topics());
    return new Expert(
        expert.id(),
        expert.name(),
        expert.title(),
        expert.handles(),
        seen.gone() ? Set.of() : topics,
        Objects.requireNonNullElse(choices.languages(), expert.languages()),
        hours(expert),
        Objects.requireNonNullElse(choices.cap(), expert.cap()),
        Objects.requireNonNullElse(choices.speaks(), expert.speaks()),
        manner(expert.manner()));
  }

  private Hours hours(Expert expert) {
    Hours hours = expert.hours();
    Choices.Times times = choices.times();
    if (times != null) hours = hours.at(times.days(), times.from(), times.to());
    if (choices.zone() != null) return hours.in(choices.zone());
    return seen.zone() == null || expert.manner().ownZone() ? hours : hours.in(seen.zone());
  }

  private Manner manner(Manner usual) {
    Level level = choices.level() == null ? usual.level() : choices.level();
    DayOfWeek digest = choices.digest() == null ? usual.digest() : choices.digest().day();
    return new Manner(
        level.atMost(usual.level()),
        usual.proposed(),
        usual.ownZone() || choices.zone() != null,
        digest,
        new Absence(choices.pausedUntil(), seen.awayUntil(), standing(usual)),
        usual.calendar());
  }

  /**
   * Leaves that hold: their calendar is still to be read, and they have not said since that they
   * are there.
   */
  private List<Leave> standing(Manner usual) {
    Instant back = choices.backAt();
    return leaves.stream()
        .filter(leave -> leave.source() == Leave.Source.FILE || usual.calendar() != null)
        .filter(leave -> back == null || leave.from().isAfter(back))
        .toList();
  }

  /**
   * The expert that somebody is who said yes in chat only: asked as the house does, and no further
   * than to a draft, as the admin has not written them into the rule book.
   */
  public Expert outsideTheRuleBook(Hours hours, Locale language) {
    if (person == null) throw new IllegalStateException(id + " is nobody without the rule book");
    return over(
        new Expert(
            id,
            person.name().isBlank() ? person.handle().id() : person.name(),
            "",
            List.of(person.handle()),
            Set.of(),
            Set.of(),
            hours,
            Cap.DEFAULT,
            language,
            Manner.of(Level.DRAFT)));
  }
}
