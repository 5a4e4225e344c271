package no.grenselos.app.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Affinity;
import no.grenselos.expert.Did;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Gist;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.TextEncoder;

/**
 * Who would have been asked each question, against who answered it, with the {@link Affinity} that
 * also ranks in the product.
 *
 * <p>Sorted by time, the first 70 % are the history. Candidates are those with {@link #SEASONED}
 * answers or more there; of the later questions those count that a candidate answered. Answers to
 * one's own question count nowhere, and who asks is not ranked. So read, the shared pooled2 pack
 * has 174 questions, and those with most answers have P@1 .34 and Success@5 .52, as published with
 * it.
 */
public final class ExpertsEvaluation {
  /** Answers in the history that make a candidate. */
  public static final int SEASONED = 5;

  private static final double HISTORY = 0.7;
  private static final int HALF_LIVES_IN_HISTORY = 10;
  private static final int BATCH = 32;
  private static final float[] NO_MEANING = {};
  private static final Network NOWHERE = new Network("pack");

  /** Whether what happens after the history is learned from, too. */
  public enum Learning {
    /** As the published figures: all is judged from the history. */
    HISTORY_ONLY,
    /** As the product: a question is learned from once it has been ranked. */
    ALL_SO_FAR
  }

  private final Optional<TextEncoder> encoder;

  /**
   * @param encoder empty to compare by words alone
   */
  public ExpertsEvaluation(Optional<TextEncoder> encoder) {
    this.encoder = encoder;
  }

  /**
   * Ranks the last 30 % of the questions; deterministic.
   *
   * @param questions in any order
   * @throws IllegalArgumentException when no later question was answered by a candidate
   */
  public ExpertsFigures run(List<Question> questions, Learning learning) {
    List<Question> sorted =
        questions.stream()
            .sorted(Comparator.comparing(Question::created).thenComparing(Question::id))
            .toList();
    int history = (int) (sorted.size() * HISTORY);
    Candidates candidates = new Candidates(sorted.subList(0, history));
    List<Gist> gists = gists(sorted);
    Affinity affinity = new Affinity(halfLife(sorted, history));
    Scores scores = new Scores(candidates);
    for (int i = 0; i < sorted.size(); i++) {
      Question question = sorted.get(i);
      if (i >= history) scores.judge(question, rank(affinity, question, gists.get(i)));
      if (i >= history && learning == Learning.HISTORY_ONLY) continue;
      learn(affinity, question, gists.get(i));
      scores.learn(question);
    }
    return scores.figures();
  }

  private static Ranker rank(Affinity affinity, Question question, Gist gist) {
    var standings = affinity.standings(id(question), gist, null, question.created());
    return user -> standings.of(new ExpertId(user));
  }

  private static void learn(Affinity affinity, Question question, Gist gist) {
    for (String user : question.helpers()) {
      Instant at = question.created();
      ExpertId expert = new ExpertId(user);
      affinity.learn(new Did(expert, Did.Kind.ANSWERED, id(question), null, gist, at));
    }
  }

  private static MentionId id(Question question) {
    return new MentionId(NOWHERE, question.site() + "/" + question.id());
  }

  private static Duration halfLife(List<Question> sorted, int history) {
    if (history == 0) return Affinity.HALF_LIFE;
    Instant last = sorted.get(history - 1).created();
    Duration tenth =
        Duration.between(sorted.getFirst().created(), last).dividedBy(HALF_LIVES_IN_HISTORY);
    return tenth.isPositive() ? tenth : Affinity.HALF_LIFE;
  }

  private List<Gist> gists(List<Question> questions) {
    List<Gist> gists = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += BATCH) {
      List<Question> batch = questions.subList(from, Math.min(from + BATCH, questions.size()));
      List<float[]> meanings =
          encoder
              .map(e -> e.encode(batch.stream().map(Question::beginning).toList()))
              .orElse(batch.stream().map(question -> NO_MEANING).toList());
      for (int i = 0; i < batch.size(); i++) {
        gists.add(Gist.of(batch.get(i).words(), meanings.get(i)));
      }
    }
    return gists;
  }
}
