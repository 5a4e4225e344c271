package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Adds up how well the rankings did, ours and the baseline's. */
final class Scores {
  private static final int FEW = 5;

  /**
   * Whoever came first lately comes a little later, as the product's caps would have it: one
   * twentieth a time, forgotten by a tenth with each question. Costs no MRR on the history.
   */
  private static final double TURN = 0.95;

  private static final double FORGOTTEN = 0.9;

  private final Candidates candidates;
  private final Map<String, Integer> answers = new HashMap<>();
  private final Map<String, Double> lately = new HashMap<>();
  private final Spread firsts = new Spread();
  private final Spread baselineFirsts = new Spread();
  private final List<ExpertsFigures.Ranked> rankings = new ArrayList<>();
  private double baseline;
  private int inField;

  Scores(Candidates candidates) {
    this.candidates = candidates;
  }

  /** Counts its answers for the baseline. */
  void learn(Question question) {
    question.helpers().forEach(user -> answers.merge(user, 1, Integer::sum));
  }

  /** Ranks the candidates for the question; nothing when none of them answered it. */
  void judge(Question question, Ranker ranker) {
    List<String> answered =
        question.helpers().stream().filter(candidates.users()::contains).toList();
    if (answered.isEmpty()) return;
    List<String> users =
        ranked(question, user -> ranker.of(user).mass() * Math.pow(TURN, lately(user)));
    String first = users.getFirst();
    String because = ranker.of(first).because();
    int place = place(users, answered);
    rankings.add(new ExpertsFigures.Ranked(question.id(), users, because, answered, place));
    if (candidates.belongsTo(first, question.site())) inField++;
    firsts.add(first);
    lately.replaceAll((user, times) -> times * FORGOTTEN);
    lately.merge(first, 1.0, Double::sum);
    List<String> byAnswers = ranked(question, user -> answers.getOrDefault(user, 0));
    baseline += 1.0 / place(byAnswers, answered);
    baselineFirsts.add(byAnswers.getFirst());
  }

  ExpertsFigures figures() {
    int n = rankings.size();
    if (n == 0) {
      throw new IllegalArgumentException(
          "no question after the first 70 % was answered by somebody with "
              + ExpertsEvaluation.SEASONED
              + " answers before");
    }
    int all = candidates.users().size();
    return new ExpertsFigures(
        n,
        all,
        mean(ranked -> 1.0 / ranked.place()),
        mean(ranked -> ranked.place() == 1 ? 1 : 0),
        mean(ranked -> ranked.place() <= FEW ? 1 : 0),
        (double) inField / n,
        firsts.gini(all),
        baseline / n,
        baselineFirsts.gini(all),
        rankings);
  }

  private double mean(ToDoubleFunction<ExpertsFigures.Ranked> figure) {
    return rankings.stream().mapToDouble(figure).average().orElse(0);
  }

  private double lately(String user) {
    return lately.getOrDefault(user, 0.0);
  }

  private List<String> ranked(Question question, ToDoubleFunction<String> score) {
    return candidates.users().stream()
        .filter(user -> !user.equals(question.asker()))
        .sorted(Comparator.comparingDouble(score).reversed().thenComparing(user -> user))
        .toList();
  }

  private static int place(List<String> users, List<String> answered) {
    return 1 + answered.stream().mapToInt(users::indexOf).min().orElseThrow();
  }
}
