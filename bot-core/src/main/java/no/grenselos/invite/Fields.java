package no.grenselos.invite;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.chat.Form.Field;
import no.grenselos.expert.Level;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** The lines of the dialogs, each with what holds now. */
record Fields(Self self, Saying saying) {
  /** The zone of somebody who leaves it to their chat house. */
  static final String ZONE_OF_HOUSE = "house";

  /** No digest. */
  static final String NEVER = "never";

  private static final int MOST = 100;
  private static final List<String> LANGUAGES =
      List.of("nb", "en", "sv", "da", "fi", "se", "de", "fr", "es", "pl", "lt", "uk", "ar", "so");
  private static final List<String> ZONES =
      List.of(
          "Europe/Oslo",
          "Europe/London",
          "Europe/Lisbon",
          "Europe/Berlin",
          "Europe/Warsaw",
          "Europe/Helsinki",
          "Europe/Athens",
          "Europe/Istanbul",
          "Africa/Nairobi",
          "Asia/Dubai",
          "Asia/Kolkata",
          "Asia/Singapore",
          "Asia/Tokyo",
          "Australia/Sydney",
          "America/Sao_Paulo",
          "America/New_York",
          "America/Chicago",
          "America/Los_Angeles",
          "UTC");

  /** None when the house has no topics. */
  List<Field> topics(Set<TopicId> chosen, boolean optional) {
    List<Topic> all = saying.book().topics();
    if (all.isEmpty()) return List.of();
    // those chosen first, so that none is lost where there are more than a list can hold
    List<Field.Option> options =
        Stream.concat(
                all.stream().filter(topic -> chosen.contains(topic.id())),
                all.stream().filter(topic -> !chosen.contains(topic.id())))
            .limit(MOST)
            .map(t -> new Field.Option(t.id().id(), t.name(saying.phrases().locale())))
            .toList();
    Set<String> values = chosen.stream().map(TopicId::id).collect(Collectors.toSet());
    return List.of(
        new Field.ManyOf("topics", saying.say("form.topics"), options, values, optional));
  }

  Field languages() {
    Set<String> chosen = self.expert().languages();
    List<Field.Option> options =
        Stream.concat(LANGUAGES.stream(), chosen.stream().sorted())
            .distinct()
            .limit(MOST)
            .map(code -> new Field.Option(code, saying.language(code)))
            .toList();
    return new Field.ManyOf("languages", saying.say("form.languages"), options, chosen, true);
  }

  List<Field> times() {
    List<Field.Option> days =
        Arrays.stream(DayOfWeek.values())
            .map(day -> new Field.Option(day.name(), saying.day(day)))
            .toList();
    Set<String> chosen =
        self.expert().hours().days().stream().map(DayOfWeek::name).collect(Collectors.toSet());
    return List.of(
        new Field.ManyOf("days", saying.say("form.days"), days, chosen, false),
        new Field.Time("from", saying.say("form.from"), self.expert().hours().from(), false),
        new Field.Time("to", saying.say("form.to"), self.expert().hours().to(), false));
  }

  Field zone() {
    ZoneId now = self.expert().hours().zone();
    boolean own = self.expert().manner().ownZone();
    Set<String> zones = new LinkedHashSet<>();
    zones.add(ZONE_OF_HOUSE);
    zones.add(saying.book().house().zone().getId());
    zones.add(now.getId());
    zones.addAll(ZONES);
    return one(
        "zone",
        List.copyOf(zones),
        zone -> zone.equals(ZONE_OF_HOUSE) ? saying.say("zone.house") : zone.replace('_', ' '),
        own ? now.getId() : ZONE_OF_HOUSE);
  }

  Field week() {
    return numbers("week", 30, self.expert().cap().week());
  }

  Field numbers(String id, int most, int now) {
    Set<Integer> few =
        new TreeSet<>(IntStream.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30).boxed().toList());
    few.removeIf(number -> number > most);
    if (now > 0) few.add(now);
    List<String> values = few.stream().map(String::valueOf).toList();
    return one(id, values, Function.identity(), now > 0 ? String.valueOf(now) : null);
  }

  /** As far as the rule book lets them. */
  Field level(Level most) {
    List<String> levels =
        Arrays.stream(Level.values())
            .filter(level -> level.atMost(most) == level)
            .map(Level::name)
            .toList();
    Level now = self.asked() ? self.expert().level() : Level.DRAFT.atMost(most);
    return one("level", levels, level -> saying.say("level." + level), now.name());
  }

  Field digest() {
    List<String> days = new ArrayList<>(List.of(NEVER));
    for (DayOfWeek day : DayOfWeek.values()) days.add(day.name());
    DayOfWeek now = self.expert().manner().digest();
    return one(
        "digest",
        days,
        day -> day.equals(NEVER) ? saying.say("digest.never") : saying.day(DayOfWeek.valueOf(day)),
        now == null ? NEVER : now.name());
  }

  Field one(
      String id, List<String> values, Function<String, String> label, @Nullable String chosen) {
    List<Field.Option> options =
        values.stream().map(value -> new Field.Option(value, label.apply(value))).toList();
    return new Field.OneOf(id, saying.say("form." + id), options, chosen, false);
  }
}
