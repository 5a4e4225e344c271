package no.grenselos.trial;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.route.Terms;

/** Tells a trial's result for people: what was understood, each rule on the way, who is asked. */
public final class Telling {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private Telling() {}

  /** The lines, without line ends. */
  public static List<String> of(Trial.Result result) {
    List<String> lines = new ArrayList<>();
    read(lines, result.reading());
    for (Explanation.Step step : result.explanation().steps()) {
      String mark = step.matched() ? "  * " : "    ";
      String place = step.place().isEmpty() ? "" : "  (" + step.place() + ")";
      lines.add(mark + step.name() + ": " + step.text() + place);
    }
    lines.add("=> " + decision(result.decision()));
    result.ranking().ifPresent(ranking -> asked(lines, ranking));
    return lines;
  }

  /** One line for the decision alone. */
  public static String decision(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> "ask an expert on " + ask.topic() + terms(ask.terms());
      case Decision.Queue queue -> "queue in " + queue.terms().channel() + terms(queue.terms());
      case Decision.Both both ->
          "queue in "
              + both.terms().channel()
              + " and ask an expert on "
              + both.topic()
              + terms(both.terms());
      case Decision.Hold hold -> "hold until " + hold.until() + ": " + hold.reason();
      case Decision.Drop drop -> "nobody is disturbed: " + drop.reason();
    };
  }

  private static void read(List<String> lines, Reading reading) {
    lines.add("language " + reading.language());
    lines.add(
        "intent   %s %.2f%s"
            .formatted(
                reading.intent().word(), reading.intentScore(), words(reading.intentEvidence())));
    if (reading.topics().isEmpty()) lines.add("topic    none");
    for (TopicScore score : reading.topics()) {
      lines.add(
          "topic    %s %.2f%s".formatted(score.topic(), score.score(), words(score.evidence())));
    }
  }

  private static String words(List<Evidence> evidence) {
    if (evidence.isEmpty()) return "";
    return evidence.stream()
        .limit(5)
        .map(one -> "\"" + one.words() + "\" (" + one.speaksFor() + ")")
        .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String terms(Terms terms) {
    List<String> parts = new ArrayList<>();
    if (terms.goal() != null) {
      parts.add("goal " + terms.goal().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    Optional.ofNullable(terms.answerWithin()).ifPresent(t -> parts.add("answer within " + span(t)));
    parts.add("each is asked for " + span(terms.offerFor()) + " of their working time");
    parts.add("then " + terms.channel());
    return "; " + String.join(", ", parts);
  }

  private static String span(Duration time) {
    return time.toMinutes() % 60 == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
  }

  private static void asked(List<String> lines, Ranking ranking) {
    int place = 1;
    for (Candidacy.Fit fit : ranking.fits()) {
      lines.add("   " + place++ + ". " + fit.expert().id() + ": " + fit.reason());
    }
    for (Candidacy.LeftOut out : ranking.leftOut()) {
      String until = out.from() == null ? "" : ", asked from " + when(out);
      lines.add("   -  " + out.expert().id() + ": " + out.reason() + until);
    }
    if (place == 1 && ranking.leftOut().isEmpty()) lines.add("   nobody said yes to this topic");
  }

  private static String when(Candidacy.LeftOut out) {
    ZonedDateTime from = Objects.requireNonNull(out.from()).atZone(out.expert().hours().zone());
    return WHEN.format(from);
  }
}
