package no.grenselos.ruling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Considered.Looked;
import no.grenselos.store.Considered.Round;
import no.grenselos.work.Phrases;
import no.grenselos.work.ReasonWords;
import org.jspecify.annotations.Nullable;

/** Tells in somebody's language who was looked at when somebody was to be asked, and why not. */
public final class LookedWords {
  private static final int NAMED = 8;

  private final RuleBook book;
  private final Phrases phrases;
  private final ReasonWords reasons;

  /**
   * @param phrases those of {@code ruling}
   */
  public LookedWords(RuleBook book, Phrases phrases) {
    this.book = book;
    this.phrases = phrases;
    this.reasons = new ReasonWords(phrases);
  }

  /**
   * Somebody who was looked at and not asked.
   *
   * @param from when they might be; null when not for this post
   */
  public record Line(String text, @Nullable Instant from) {}

  /** Who was asked and why, or that nobody was. */
  public String asked(Round round) {
    ExpertId asked = round.asked();
    return asked == null
        ? phrases.say("why.asked-nobody")
        : phrases.say("why.asked", name(asked.id()), reasons.of(round.why()));
  }

  /** The others, the most fitting first. */
  public List<Line> others(Round round) {
    return notAsked(round).stream().limit(NAMED).map(this::line).toList();
  }

  /** How many more there were; empty for none. */
  public Optional<String> more(Round round) {
    int more = Math.max(0, notAsked(round).size() - NAMED) + round.others();
    return more == 0 ? Optional.empty() : Optional.of(phrases.say("why.more-people", more));
  }

  /** "to ana: owns the topic", as the audit has it, with name and reason in their language. */
  String offered(String detail) {
    int colon = detail.indexOf(": ");
    if (colon < 0 || !detail.startsWith("to ")) return detail;
    return name(detail.substring(3, colon)) + ": " + reasons.of(detail.substring(colon + 2));
  }

  private static List<Looked> notAsked(Round round) {
    return round.people().stream().filter(one -> !one.who().equals(round.asked())).toList();
  }

  private Line line(Looked one) {
    String who = name(one.who().id()) + ": " + reasons.of(one.reason());
    return switch (one) {
      case Looked.Able able -> new Line(phrases.say("why.came-after", who), null);
      case Looked.LeftOut out -> new Line(phrases.say("why.left-out", who), out.from());
    };
  }

  private String name(String id) {
    return Admins.name(book, id);
  }
}
