package no.grenselos.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.chat.Span;
import no.grenselos.expert.Candidacy;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Phrases;
import no.grenselos.work.ReasonWords;
import no.grenselos.work.Visit;

/** Says in somebody's language what the rules say in plain English. */
final class Told {
  private static final int WORDS = 4;

  private final Phrases phrases;
  private final Visit visit;

  Told(Visit visit) {
    this.visit = visit;
    this.phrases = visit.phrases("command");
  }

  /** "“heat pump”, “noise”"; empty when no words speak for it. */
  static String words(List<Evidence> evidence) {
    return Evidence.quoted(evidence, WORDS);
  }

  String topic(TopicId id) {
    return visit.book().nameOf(id, phrases.locale());
  }

  String reason(String english) {
    return new ReasonWords(phrases).of(english);
  }

  /** "Ana Moen: owns the topic, not asked this week". */
  List<Span> fit(Candidacy.Fit fit) {
    return List.of(
        new Span.Strong(fit.expert().name()), new Span.Plain(": " + reason(fit.reason())));
  }

  /** "Ben Dahl: outside their hours, can be asked from tomorrow 08:00". */
  List<Span> leftOut(Candidacy.LeftOut out) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span.Strong(out.expert().name()));
    spans.add(new Span.Plain(": " + reason(out.reason())));
    Instant from = out.from();
    if (from != null) {
      spans.add(new Span.Plain(phrases.say("left-out.from") + " "));
      spans.add(new Span.Moment(from));
    }
    return spans;
  }

  /** "Ben Dahl: outside their hours, can be asked from Tue 08:00", where no span can stand. */
  String leftOutInWords(Candidacy.LeftOut out) {
    String words = out.expert().name() + ": " + reason(out.reason());
    Instant from = out.from();
    if (from == null) return words;
    DateTimeFormatter when =
        DateTimeFormatter.ofPattern("EEE HH:mm", Locale.of(phrases.locale().getLanguage()));
    String moment = when.format(from.atZone(out.expert().hours().zone()));
    return words + phrases.say("left-out.from") + " " + moment;
  }
}
