package no.grenselos.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/** What goals, topics and times are called. */
public record Naming(RuleBook book, Phrases phrases) {
  public static Naming of(RuleBook book, Locale locale) {
    return new Naming(book, Phrases.of("insight", locale));
  }

  public String goal(Optional<Goal> goal) {
    return phrases.say("goal." + goal.map(one -> word(one)).orElse("none"));
  }

  public String topic(Optional<TopicId> topic) {
    return topic
        .map(id -> book.nameOf(id, phrases.locale()))
        .orElseGet(() -> phrases.say("topic.none"));
  }

  /** As {@code 25 min}, {@code 3 h 5 min} or {@code 2 d 4 h}. */
  public String time(Duration length) {
    if (length.toDays() > 0) {
      return phrases.say("time.days", length.toDays(), length.toHoursPart());
    }
    return length.toHours() > 0
        ? phrases.say("time.hours", length.toHours(), length.toMinutesPart())
        : phrases.say("time.minutes", length.toMinutes());
  }

  public String slice(Range.Grain grain, LocalDate from) {
    return switch (grain) {
      case DAY -> said(from, phrases.say("format.day"));
      case WEEK -> phrases.say("week", from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> month(YearMonth.from(from));
    };
  }

  public String month(YearMonth month) {
    return said(month.atDay(1), phrases.say("format.month"));
  }

  /** As {@code 2 March 2026}. */
  public String day(LocalDate day) {
    return said(day, phrases.say("format.date"));
  }

  private String said(LocalDate day, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, phrases.locale()).format(day);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
