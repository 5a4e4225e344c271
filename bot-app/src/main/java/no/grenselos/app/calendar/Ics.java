package no.grenselos.app.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import no.grenselos.expert.Email;

/**
 * Reads an iCalendar (RFC 5545) for the times in which somebody is out of the office. Ordinary
 * meetings are passed over; of the others nothing but the times is kept. What is over, or begins
 * more than {@link #AHEAD} from now, is left out. Never throws for what the text says.
 */
public final class Ics {
  /** The largest calendar that is read, in UTF-16 units. */
  public static final int LONGEST = 500_000;

  /** The most events that one may have. */
  public static final int MOST_EVENTS = 5_000;

  /** How far ahead holidays are looked for. */
  public static final Duration AHEAD = Duration.ofDays(400);

  private Ics() {}

  /** What a calendar says. */
  public sealed interface Read {
    /**
     * @param events how many it has, whatever they are
     */
    record Aways(List<Away> all, int events) implements Read {
      public Aways {
        all = List.copyOf(all);
      }
    }

    /**
     * It is not used at all.
     *
     * @param line from 1; 0 where there is none to name
     * @param reason words that follow the file's name; none of the calendar's own
     */
    record Refused(int line, String reason) implements Read {}
  }

  /**
   * One time somebody is away.
   *
   * @param who is named as organiser, or else is the only one invited; empty when nobody is
   */
  public record Away(Instant from, Instant until, Set<Email> who) {
    public Away {
      who = Set.copyOf(who);
    }
  }

  /**
   * @param zone of whoever keeps the calendar: whole days, and times without a zone, are meant
   *     there
   */
  public static Read read(String text, ZoneId zone, Instant now) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (plain.length() > LONGEST) {
      return new Read.Refused(0, "has more than " + LONGEST + " characters");
    }
    Outline outline = Outline.of(plain);
    if (outline.wrong().isPresent()) return outline.wrong().get();
    try {
      return aways(events(plain, zone), outline.events(), new Occurrences(zone, now));
    } catch (IOException | RuntimeException e) {
      // what the parser says may quote the calendar
      return new Read.Refused(0, "cannot be understood: " + e.getClass().getSimpleName());
    }
  }

  private static List<VEvent> events(String text, ZoneId zone) throws IOException {
    List<VEvent> events = new ArrayList<>();
    try (ICalReader reader = new ICalReader(text)) {
      reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
      for (ICalendar one = reader.readNext(); one != null; one = reader.readNext()) {
        events.addAll(one.getEvents());
      }
    }
    return events;
  }

  private static Read aways(List<VEvent> events, List<Integer> lines, Occurrences occurrences) {
    Map<String, Set<Instant>> moved = moved(events);
    List<Away> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      VEvent event = events.get(i);
      if (!OutOfOffice.is(event)) continue;
      Set<Instant> elsewhere =
          event.getRecurrenceId() == null ? moved.getOrDefault(uid(event), Set.of()) : Set.of();
      try {
        all.addAll(occurrences.of(event, elsewhere));
      } catch (Occurrences.Unusable e) {
        int line = lines.size() == events.size() ? lines.get(i) : 0;
        return new Read.Refused(line, "has a time out of the office that " + e.reason());
      }
    }
    return new Read.Aways(all, events.size());
  }

  /** Occurrences of repeated events that have an event of their own. */
  private static Map<String, Set<Instant>> moved(List<VEvent> events) {
    Map<String, Set<Instant>> moved = new HashMap<>();
    for (VEvent event : events) {
      if (event.getRecurrenceId() == null || event.getRecurrenceId().getValue() == null) continue;
      moved
          .computeIfAbsent(uid(event), uid -> new HashSet<>())
          .add(event.getRecurrenceId().getValue().toInstant());
    }
    return moved;
  }

  private static String uid(VEvent event) {
    return event.getUid() == null ? "" : String.valueOf(event.getUid().getValue());
  }
}
