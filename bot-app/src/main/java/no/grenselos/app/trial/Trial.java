package no.grenselos.app.trial;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.RouteCase;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.work.Rules;

/** Decides about a text as if it had been posted now, to people nobody has asked lately. */
public final class Trial {
  private static final URI NOWHERE = URI.create("https://trial.invalid/");

  private final Rules rules;
  private final Clock clock;

  public Trial(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What became of it.
   *
   * @param ranking who would be asked; empty when no expert is
   */
  public record Result(
      Mention mention, Reading reading, Explanation explanation, Optional<Ranking> ranking) {

    public Decision decision() {
      return explanation.decision();
    }

    /** Who is asked first: the best one now, else the one whose hours come first. */
    public Optional<String> firstAsked() {
      return ranking
          .flatMap(r -> r.best().or(() -> soonest(r).map(Candidacy::expert)))
          .map(expert -> expert.id().id());
    }

    private static Optional<Candidacy.LeftOut> soonest(Ranking ranking) {
      return ranking.leftOut().stream()
          .filter(out -> out.from() != null)
          .min(Comparator.comparing(Candidacy.LeftOut::from));
    }
  }

  public Result of(RouteCase one) {
    return of(one.post(), one.network(), one.author());
  }

  /**
   * @param network empty for one that no rule can name
   * @param author without the leading @; may be empty
   */
  public Result of(String text, String network, String author) {
    Mention mention = mention(text, network.isEmpty() ? "trial" : network, author);
    Reading reading = rules.reader().read(mention);
    Explanation explanation = rules.router().explain(mention, reading);
    Optional<Ranking> ranking =
        explanation.decision().asked().map(topic -> ranking(topic, mention, reading));
    return new Result(mention, reading, explanation, ranking);
  }

  private Ranking ranking(TopicId topic, Mention mention, Reading reading) {
    Ranking.Situation situation =
        new Ranking.Situation(topic, reading.language(), Map.of(), Map.of(), clock.instant());
    return rules.knowledge().rank(rules.book().experts(), mention, situation);
  }

  private Mention mention(String text, String network, String author) {
    String shortened = text.substring(0, Math.min(text.length(), Mention.MAX_TEXT));
    return new Mention(
        new MentionId(new Network(network), "trial"),
        "",
        "trial",
        NOWHERE,
        new Author(author, "", null, 0),
        shortened,
        MentionKind.POST,
        "",
        null,
        null,
        new ReplyWay.ByHand(NOWHERE, "nobody wrote it"),
        clock.instant());
  }
}
