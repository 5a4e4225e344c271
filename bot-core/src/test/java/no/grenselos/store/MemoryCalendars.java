package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.expert.ExpertId;

/**
 * @param readings by expert
 * @param due by expert
 */
record MemoryCalendars(
    SortedMap<String, Calendars.Reading> readings, SortedMap<String, Instant> due)
    implements Calendars {
  @Override
  public boolean due(ExpertId expert, Instant now) {
    return !due.getOrDefault(expert.id(), now).isAfter(now);
  }

  @Override
  public boolean take(ExpertId expert, Instant now, Instant until) {
    if (!due(expert, now)) return false;
    due.put(expert.id(), until);
    return true;
  }

  @Override
  public void done(ExpertId expert, Reading reading) {
    due.put(expert.id(), reading.next());
    readings.put(expert.id(), reading);
  }

  @Override
  public Optional<Reading> last(ExpertId expert) {
    return Optional.ofNullable(readings.get(expert.id()))
        .map(reading -> new Reading(reading.at(), due.get(expert.id()), reading.problem()));
  }
}
