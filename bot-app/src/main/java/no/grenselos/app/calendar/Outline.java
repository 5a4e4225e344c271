package no.grenselos.app.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the events of a calendar begin, and whether its parts are closed as they were opened;
 * looked at before a parser gets to see the text.
 *
 * @param events lines of the events, from 1
 * @param wrong the first thing that is; empty when nothing is
 */
record Outline(List<Integer> events, Optional<Ics.Read.Refused> wrong) {
  private static final int DEEPEST = 4;

  static Outline of(String text) {
    List<Integer> events = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String word = line.strip().toUpperCase(Locale.ROOT);
      if (number == 1 && !word.equals("BEGIN:VCALENDAR")) {
        return wrong(1, "is no calendar, which begins with BEGIN:VCALENDAR");
      }
      if (word.startsWith("BEGIN:")) {
        open.push(word.substring(6));
        if (open.size() > DEEPEST) return wrong(number, "has more than " + DEEPEST + " levels");
        if (open.size() == 2 && open.peek().equals("VEVENT")) events.add(number);
        if (events.size() > Ics.MOST_EVENTS) {
          return wrong(number, "has more than " + Ics.MOST_EVENTS + " events");
        }
      } else if (word.startsWith("END:")) {
        if (!word.substring(4).equals(open.poll())) {
          return wrong(number, "closes what was not opened");
        }
      }
    }
    if (number == 0) return wrong(0, "is empty");
    if (!open.isEmpty()) return wrong(number, "ends in the middle: something is not closed");
    return new Outline(List.copyOf(events), Optional.empty());
  }

  private static Outline wrong(int line, String reason) {
    return new Outline(List.of(), Optional.of(new Ics.Read.Refused(line, reason)));
  }
}
