package no.grenselos.trial;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.RouteCase.Post;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.work.Rules;

/**
 * Decides about a text as if it had been posted, now or when it says, to people nobody has asked
 * lately. Nothing is remembered of it.
 */
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

    /** Whether somebody is among those who are asked, now or when their hours come. */
    public boolean mayAsk(String expert) {
      return ranking.stream()
          .flatMap(r ->
              Stream.concat(
                  r.fits().stream(), r.leftOut().stream().filter(out -> out.from() != null)))
          .anyMatch(one -> one.expert().id().id().equals(expert));
    }

    private static Optional<Candidacy.LeftOut> soonest(Ranking ranking) {
      return ranking.leftOut().stream()
          .filter(out -> out.from() != null)
          .min(Comparator.comparing(Candidacy.LeftOut::from));
    }
  }

  /**
   * @param network empty for one that no rule can name
   * @param author without the leading @; may be empty
   */
  public Result of(String text, String network, String author) {
    return of(new Post(text, network, author));
  }

  public Result of(Post post) {
    Instant at = Objects.requireNonNullElseGet(post.at(), clock::instant);
    Mention mention = mention(post, at);
    Reading reading = rules.reader().look(mention);
    Explanation explanation = rules.router().explain(mention, reading, at);
    Optional<Ranking> ranking =
        explanation.decision().asked().map(topic -> ranking(topic, mention, reading, at));
    return new Result(mention, reading, explanation, ranking);
  }

  private Ranking ranking(TopicId topic, Mention mention, Reading reading, Instant at) {
    Ranking.Situation situation =
        new Ranking.Situation(topic, reading.language(), Map.of(), Map.of(), at);
    return rules.knowledge().rank(rules.book().experts(), mention, situation);
  }

  private static Mention mention(Post post, Instant at) {
    String shortened = post.text().substring(0, Math.min(post.text().length(), Mention.MAX_TEXT));
    String network = post.network().isEmpty() ? "trial" : post.network();
    return new Mention(
        new MentionId(new Network(network), "trial"),
        "",
        "trial",
        NOWHERE,
        new Author(post.author(), "", null, post.followers()),
        shortened,
        post.kind(),
        post.language(),
        null,
        null,
        new ReplyWay.ByHand(NOWHERE, "nobody wrote it"),
        at);
  }
}
