package no.grenselos.invite;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.FormKind;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Level;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Question;
import org.jspecify.annotations.Nullable;

/** Draws the dialogs in which people choose for themselves. */
final class Forms {
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

  private final Question question;
  private final Self self;
  private final Saying saying;

  private Forms(Question question) {
    this.question = question;
    this.self = Self.of(question.visit().books(), question.visit().book(), question.visit().who());
    this.saying = new Saying(question.visit().phrases("invite"), question.visit().book());
  }

  /** Empty when this person has nothing to choose there. */
  static Optional<Form> of(Question question) {
    return new Forms(question).form();
  }

  private Optional<Form> form() {
    boolean forAnybody =
        question.kind() == FormKind.SAY_YES || question.kind() == FormKind.TELL_MORE;
    boolean may =
        question.kind() == FormKind.INVITE
            ? question.visit().book().runs(question.visit().who().handle())
            : forAnybody || self.listed();
    List<Field> fields = may ? fields() : List.of();
    if (fields.isEmpty()) return Optional.empty();
    String name = question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(
        new Form(
            question.kind(),
            question.on(),
            saying.say("form." + name + ".title"),
            saying.say("form." + name + ".submit"),
            saying.say("form.cancel"),
            fields));
  }

  private List<Field> fields() {
    Expert expert = self.expert();
    return switch (question.kind()) {
      case INVITE -> invite();
      case SAY_YES -> sayYes();
      case TELL_MORE ->
          Stream.of("way", "say", "kept", "stop")
              .<Field>map(part -> new Field.Words(saying.say("more-about." + part)))
              .toList();
      case MY_TOPICS -> topics(expert.topics(), true);
      case MY_LANGUAGES -> List.of(languages());
      case MY_HOURS -> {
        List<Field> fields = new ArrayList<>(times());
        fields.add(zone());
        yield fields;
      }
      case MY_CAP -> List.of(numbers("day", 10, expert.cap().day()), week());
      case MY_LEVEL -> List.of(level());
      case MY_SPEECH ->
          List.of(
              one("speaks", List.of("nb", "en"), saying::language, expert.speaks().getLanguage()));
      case MY_DIGEST -> List.of(digest());
      case MY_REST -> List.of(new Field.Day("day", saying.say("form.my-rest.day"), null, false));
      default -> throw new IllegalArgumentException(question.kind() + " is not asked here");
    };
  }

  private List<Field> invite() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(saying.say("form.invite.words")));
    fields.add(new Field.Person("person", saying.say("form.invite.person"), false));
    fields.addAll(topics(Set.of(), false));
    return fields.size() == 2 ? List.of() : fields;
  }

  private List<Field> sayYes() {
    Set<TopicId> chosen = new LinkedHashSet<>(self.expert().topics());
    self.proposal().ifPresent(proposal -> chosen.addAll(proposal.topics()));
    List<Field> topics = topics(chosen, false);
    if (topics.isEmpty()) return List.of();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(saying.say("form.say-yes.words")));
    fields.addAll(topics);
    fields.add(languages());
    fields.addAll(times());
    fields.add(week());
    fields.add(level());
    return fields;
  }

  /** None when the house has no topics. */
  private List<Field> topics(Set<TopicId> chosen, boolean optional) {
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

  private Field languages() {
    Set<String> chosen = self.expert().languages();
    List<Field.Option> options =
        Stream.concat(LANGUAGES.stream(), chosen.stream().sorted())
            .distinct()
            .limit(MOST)
            .map(code -> new Field.Option(code, saying.language(code)))
            .toList();
    return new Field.ManyOf("languages", saying.say("form.languages"), options, chosen, true);
  }

  private List<Field> times() {
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

  private Field zone() {
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

  private Field week() {
    return numbers("week", 30, self.expert().cap().week());
  }

  private Field numbers(String id, int most, int now) {
    Set<Integer> few =
        new TreeSet<>(IntStream.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30).boxed().toList());
    few.removeIf(number -> number > most);
    if (now > 0) few.add(now);
    List<String> values = few.stream().map(String::valueOf).toList();
    return one(id, values, Function.identity(), now > 0 ? String.valueOf(now) : null);
  }

  /** As far as the rule book lets them. */
  private Field level() {
    Level most = Filled.mostLevel(question, self);
    List<String> levels =
        Arrays.stream(Level.values())
            .filter(level -> level.atMost(most) == level)
            .map(Level::name)
            .toList();
    Level now = self.asked() ? self.expert().level() : Level.DRAFT.atMost(most);
    return one("level", levels, level -> saying.say("level." + level), now.name());
  }

  private Field digest() {
    List<String> days = new ArrayList<>(List.of(NEVER));
    for (DayOfWeek day : DayOfWeek.values()) days.add(day.name());
    DayOfWeek now = self.expert().manner().digest();
    return one(
        "digest",
        days,
        day -> day.equals(NEVER) ? saying.say("digest.never") : saying.day(DayOfWeek.valueOf(day)),
        now == null ? NEVER : now.name());
  }

  private Field one(
      String id, List<String> values, Function<String, String> label, @Nullable String chosen) {
    List<Field.Option> options =
        values.stream().map(value -> new Field.Option(value, label.apply(value))).toList();
    return new Field.OneOf(id, saying.say("form." + id), options, chosen, false);
  }
}
