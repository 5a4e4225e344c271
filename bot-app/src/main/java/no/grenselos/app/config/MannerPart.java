package no.grenselos.app.config;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.config.Settings;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code level: draft}, {@code digest: fri} and what else says how somebody wants it done.
 */
final class MannerPart {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private MannerPart() {}

  /** Goes all the way and gets no digest, as far as nothing is said. */
  static Manner read(Settings entry, Set<TopicId> proposed) {
    Level level = Words.choice(entry, "level", Level.class).orElse(Level.POST);
    boolean ownZone = entry.part("hours").has("zone");
    return new Manner(level, proposed, ownZone, digest(entry), Absence.NONE);
  }

  private static @Nullable DayOfWeek digest(Settings entry) {
    return entry
        .optionalText("digest")
        .map(typed -> typed.toLowerCase(Locale.ROOT))
        .filter(day -> Words.among(DAYS, entry, "digest", day, "must be of"))
        .map(day -> DayOfWeek.of(1 + DAYS.indexOf(day)))
        .orElse(null);
  }
}
