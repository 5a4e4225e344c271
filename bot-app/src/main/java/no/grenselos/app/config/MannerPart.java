package no.grenselos.app.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  private MannerPart() {}

  /** Goes all the way and gets no digest, as far as nothing is said. */
  static Manner read(Settings entry, Set<TopicId> proposed) {
    Level level = Words.choice(entry, "level", Level.class).orElse(Level.POST);
    boolean ownZone = entry.part("hours").has("zone");
    return new Manner(
        level,
        proposed,
        ownZone,
        Words.day(entry, "digest").orElse(null),
        Absence.NONE,
        calendar(entry));
  }

  private static @Nullable String calendar(Settings entry) {
    Optional<String> name = entry.optionalText("calendar");
    if (name.isEmpty() || VARIABLE.matcher(name.get()).matches()) return name.orElse(null);
    // what stands there may be the address itself, so it is not repeated
    entry.problem(
        "calendar",
        "must be the name of an environment variable that holds the address, such as"
            + " CALENDAR_ANA");
    return null;
  }
}
