package no.grenselos.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which somebody is not at work, as a calendar says; what they do meanwhile is nobody's
 * business and is not kept.
 *
 * @param source which calendar it came from: a newer reading of the same one replaces it
 * @param until after {@code from}
 */
public record Leave(Source source, Instant from, Instant until) {
  /** More than these in one calendar are no holidays. */
  public static final int MOST = 100;

  /** Where a leave is written. */
  public enum Source {
    /** A file that was imported. */
    FILE,
    /** A calendar that is read again and again. */
    CALENDAR
  }

  public Leave {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("leave ends at " + until + ", must be after " + from);
    }
  }

  /** Whether it is that time. */
  public boolean at(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  /** In the order in which they begin; those that touch are one. */
  public static List<Leave> joined(List<Leave> leaves) {
    List<Leave> joined = new ArrayList<>();
    for (Leave leave : leaves.stream().sorted(Comparator.comparing(Leave::from)).toList()) {
      Leave last = joined.isEmpty() ? leave : joined.getLast();
      if (last.source() != leave.source() || leave.from().isAfter(last.until())) {
        joined.add(leave);
        continue;
      }
      Instant end = last.until().isAfter(leave.until()) ? last.until() : leave.until();
      if (!joined.isEmpty()) joined.removeLast();
      joined.add(new Leave(last.source(), last.from(), end));
    }
    return List.copyOf(joined);
  }
}
