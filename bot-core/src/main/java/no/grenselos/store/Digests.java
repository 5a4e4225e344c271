package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;

/** The letters that experts get about their own week, and the posts of each topic. */
public interface Digests {
  /**
   * Keeps that the expert gets one that day.
   *
   * @return false when they get one that day already
   */
  boolean write(Digest digest);

  Optional<Digest> find(ExpertId expert, LocalDate day);

  /** The expert's latest. */
  Optional<Digest> latest(ExpertId expert);

  /** Nobody has the topic's ticket, from this moment on; nothing when it was so before. */
  void waits(TicketId ticket, TopicId topic, Instant since);

  /** Somebody has it, or it ended. */
  void waitsNoMore(TicketId ticket);

  /** Those on these topics that have waited since then or less long, longest waiting first. */
  List<TicketId> waiting(Collection<TopicId> topics, Instant since, int most);

  /** How many {@link #waiting} would give without a limit. */
  int countWaiting(Collection<TopicId> topics, Instant since);

  /** Those on these topics that began to wait in that time, whether they still do; latest first. */
  List<TicketId> came(Collection<TopicId> topics, Instant from, Instant before, int most);

  /** How many {@link #came} would give without a limit. */
  int countCame(Collection<TopicId> topics, Instant from, Instant before);

  /**
   * @param day in the expert's calendar
   * @param from what it tells of begins here
   * @param until and ends before here
   */
  record Digest(ExpertId expert, LocalDate day, Instant from, Instant until) {}
}
