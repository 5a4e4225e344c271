package no.grenselos.invite;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.InviteAction;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Level;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Submission;
import org.jspecify.annotations.Nullable;

/** Reads what was filled in; whatever comes, it is an action or said at its field. */
final class Filled {
  private static final int MOST_NUDGES = 100;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Question question;
  private final Self self;
  private final Phrases phrases;

  private Filled(Question question) {
    this.question = question;
    this.self = Self.of(question.visit().books(), question.visit().book(), question.visit().who());
    this.phrases = question.visit().phrases("invite");
  }

  static Submission read(Question question) {
    try {
      return new Filled(question).read();
    } catch (Wrong wrong) {
      return Submission.wrong(wrong.field, wrong.text);
    }
  }

  /** A field holds what it cannot. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String text;

    Wrong(String field, String text) {
      super(text, null, false, false);
      this.field = field;
      this.text = text;
    }
  }

  private Submission read() {
    return switch (question.kind()) {
      case INVITE -> Submission.of(new InviteAction.Propose(person(), topics()));
      case SAY_YES ->
          Submission.of(
              new InviteAction.SayYes(topics(), languages(), times(), number("week"), level()));
      case TELL_MORE -> Submission.nothing();
      case MY_TOPICS -> Submission.of(new InviteAction.ChooseTopics(topicsOrNone()));
      case MY_LANGUAGES -> Submission.of(new InviteAction.ChooseLanguages(languages()));
      case MY_HOURS -> Submission.of(new InviteAction.ChooseHours(times(), zone()));
      case MY_CAP -> Submission.of(new InviteAction.ChooseCap(cap()));
      case MY_LEVEL -> Submission.of(new InviteAction.ChooseLevel(level()));
      case MY_SPEECH -> Submission.of(new InviteAction.ChooseSpeech(speech()));
      case MY_DIGEST -> Submission.of(new InviteAction.ChooseDigest(digest()));
      case MY_REST -> Submission.of(new InviteAction.RestUntil(restUntil()));
      default -> throw new IllegalArgumentException(question.kind() + " is not asked here");
    };
  }

  private ChatUser person() {
    String id = needed("person");
    return new ChatUser(new Handle(question.visit().who().handle().house(), id), "");
  }

  private Set<TopicId> topics() {
    Set<TopicId> topics = topicsOrNone();
    if (topics.isEmpty()) throw wrong("topics", "form.needed");
    return topics;
  }

  private Set<TopicId> topicsOrNone() {
    Set<TopicId> topics = new TreeSet<>();
    for (String id : several("topics")) {
      question.visit().book().known(id).ifPresent(topics::add);
    }
    return topics;
  }

  private Set<String> languages() {
    Set<String> languages = new TreeSet<>(several("languages"));
    languages.removeIf(code -> !LANGUAGE.matcher(code).matches());
    return languages;
  }

  private Choices.Times times() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : several("days")) constant(DayOfWeek.values(), day).ifPresent(days::add);
    if (days.isEmpty()) throw wrong("days", "form.needed");
    LocalTime from = parsed("from", LocalTime::parse);
    LocalTime to = parsed("to", LocalTime::parse);
    if (!from.isBefore(to)) throw wrong("to", "form.not-after");
    return new Choices.Times(days, from, to);
  }

  private @Nullable ZoneId zone() {
    String zone = needed("zone");
    return zone.equals(Fields.ZONE_OF_HOUSE) ? null : parsed("zone", ZoneId::of);
  }

  private Cap cap() {
    int day = number("day");
    int week = number("week");
    if (day > week) throw wrong("day", "form.more-than-week");
    return new Cap(day, week);
  }

  private int number(String field) {
    int number = parsed(field, Integer::valueOf);
    if (number < 1 || number > MOST_NUDGES) throw wrong(field, "form.unreadable");
    return number;
  }

  private Level level() {
    Level level =
        constant(Level.values(), needed("level"))
            .orElseThrow(() -> wrong("level", "form.unreadable"));
    if (level.atMost(mostLevel(question, self)) != level) throw wrong("level", "form.too-far");
    return level;
  }

  /**
   * How far the rule book lets them go, whatever they chose; a draft when it does not know them.
   */
  static Level mostLevel(Question question, Self self) {
    return question.visit().written().expert(self.handle()).map(Expert::level).orElse(Level.DRAFT);
  }

  private Locale speech() {
    String language = needed("speaks");
    if (!List.of("nb", "en").contains(language)) throw wrong("speaks", "form.unreadable");
    return Locale.of(language);
  }

  private @Nullable DayOfWeek digest() {
    String day = needed("digest");
    if (day.equals(Fields.NEVER)) return null;
    return constant(DayOfWeek.values(), day).orElseThrow(() -> wrong("digest", "form.unreadable"));
  }

  private Instant restUntil() {
    LocalDate day = parsed("day", LocalDate::parse);
    LocalDate today = LocalDate.ofInstant(question.visit().now(), self.expert().hours().zone());
    if (!day.isAfter(today) || day.isAfter(today.plusDays(RestWords.MOST_DAYS))) {
      throw wrong("day", "form.not-that-day");
    }
    return day.atStartOfDay(self.expert().hours().zone()).toInstant();
  }

  private <T> T parsed(String field, Function<String, T> reader) {
    String text = needed(field);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(field, "form.unreadable");
    }
  }

  private String needed(String field) {
    String value = question.value(field);
    if (value.isEmpty()) throw wrong(field, "form.needed");
    return value;
  }

  private List<String> several(String field) {
    return Arrays.stream(question.value(field).split(",", -1)).map(String::strip).toList();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(constant -> constant.name().equals(name)).findFirst();
  }

  private Wrong wrong(String field, String phrase) {
    return new Wrong(field, phrases.say(phrase));
  }
}
