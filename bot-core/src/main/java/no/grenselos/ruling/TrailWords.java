package no.grenselos.ruling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.Ticket;
import no.grenselos.trail.Trail;
import no.grenselos.trail.Trail.Walked;
import no.grenselos.work.Phrases;

/**
 * Tells in somebody's language what was decided about a post and why, line by line. Chat and
 * console lay the lines out, each in its own way.
 */
public final class TrailWords {
  private static final int WORDS = 4;

  private final Trail trail;
  private final RuleBook book;
  private final Phrases phrases;

  /**
   * @param book in force, which knows how topics are called now
   */
  public TrailWords(Trail trail, RuleBook book, Locale locale) {
    this.trail = trail;
    this.book = book;
    this.phrases = Phrases.of("ruling", locale);
  }

  /** By which rules, at which revision. */
  public String path() {
    List<String> routes = trail.because().routes();
    return routes.isEmpty()
        ? phrases.say("why.no-path", trail.because().revision())
        : phrases.say("why.path", trail.because().revision(), String.join(" → ", routes));
  }

  /** What it was taken for, or what came of a post that has no ticket. */
  public Optional<String> outcome() {
    return trail.ticket().isEmpty()
        ? Optional.of(said(trail.post().decision(), "why.was."))
        : trail.ticket().map(Ticket::topic).map(topic -> phrases.say("why.topic-is", name(topic)));
  }

  /** Which of its words decided it. */
  public String words() {
    String words = Evidence.quoted(trail.because().evidence(), WORDS);
    return words.isEmpty() ? phrases.say("why.no-words") : phrases.say("why.words-are", words);
  }

  /** What the rules in force would do; nothing where they are the ones that decided. */
  public List<String> today() {
    if (trail.because().revision() == book.revision()) return List.of();
    String newer = phrases.say("why.newer", book.revision());
    return trail
        .today()
        .map(decision -> List.of(newer, said(decision, "why.today.")))
        .orElse(List.of(newer));
  }

  /** What was understood. */
  public String read() {
    Reading reading = trail.post().reading();
    return phrases.say(
        "why.read",
        phrases.say("intent." + reading.intent().word()),
        reading.intentScore(),
        reading.language());
  }

  /** How sure each topic is, and by which words. */
  public List<String> scores() {
    List<TopicScore> topics = trail.post().reading().topics();
    return topics.isEmpty()
        ? List.of(phrases.say("why.no-score"))
        : topics.stream().map(this::score).toList();
  }

  private String score(TopicScore score) {
    String words = Evidence.quoted(score.evidence(), WORDS);
    String line = phrases.say("why.score", name(score.topic()), score.score());
    return words.isEmpty() ? line : line + ": " + words;
  }

  /** Its way through the rules, from the top; nothing where it could not be walked again. */
  public List<StepWords.Line> way() {
    return switch (trail.walked()) {
      case Walked.Again again ->
          new StepWords(phrases, again.book()).of(again.explanation().steps());
      case Walked.PostGone gone -> List.of();
      case Walked.RulesGone gone -> List.of();
    };
  }

  /** Why the way could not be walked again; empty where it could. */
  public Optional<String> notWalked() {
    return switch (trail.walked()) {
      case Walked.Again again -> Optional.empty();
      case Walked.PostGone gone -> Optional.of(phrases.say("why.post-gone"));
      case Walked.RulesGone gone ->
          Optional.of(phrases.say("why.rules-gone", trail.because().revision()));
    };
  }

  private String said(Decision decision, String key) {
    return switch (decision) {
      case Decision.Ask ask -> phrases.say(key + "ask", name(ask.topic()));
      case Decision.Queue queue -> phrases.say(key + "queue", queue.terms().channel());
      case Decision.Both both ->
          phrases.say(key + "both", both.terms().channel(), name(both.topic()));
      case Decision.Hold hold -> phrases.say(key + "hold", hold.reason());
      case Decision.Drop drop ->
          drop.nobodys() ? phrases.say(key + "nobodys") : phrases.say(key + "drop", drop.reason());
    };
  }

  private String name(TopicId id) {
    return book.nameOf(id, phrases.locale());
  }
}
