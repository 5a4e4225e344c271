package no.grenselos.app.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.grenselos.expert.Leave;

/** Moments as an admin reads them: in the company's zone. */
public record Times(ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  public String of(Instant moment) {
    return MINUTE.format(moment.atZone(zone));
  }

  public String of(Leave leave) {
    return of(leave.from()) + " to " + of(leave.until());
  }
}
