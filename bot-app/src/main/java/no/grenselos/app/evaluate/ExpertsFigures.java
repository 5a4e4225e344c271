package no.grenselos.app.evaluate;

import java.util.List;

/**
 * How well the right people were found; all shares and means are 0 to 1.
 *
 * @param n questions that somebody among the candidates answered; only these count
 * @param candidates users with {@link ExpertsEvaluation#SEASONED} answers or more in the history
 * @param mrr mean of 1 / the best answerer's place
 * @param pAt1 share whose first-ranked user answered
 * @param successAt5 share with an answerer among the first five
 * @param rightField share whose first-ranked user belongs to the question's site: has more of their
 *     answers in the history there than elsewhere; 1 where the pack names no sites
 * @param loadGini how unevenly being first is spread over the candidates: 0 evenly, towards 1 when
 *     it is always the same one
 * @param baselineMrr of ranking by the number of answers so far
 * @param baselineGini of the same
 * @param rankings one for each of the n questions, in their order
 */
public record ExpertsFigures(
    int n,
    int candidates,
    double mrr,
    double pAt1,
    double successAt5,
    double rightField,
    double loadGini,
    double baselineMrr,
    double baselineGini,
    List<Ranked> rankings) {
  public ExpertsFigures {
    rankings = List.copyOf(rankings);
  }

  /**
   * One question's ranking.
   *
   * @param users best first
   * @param because the first one's reason; may be empty
   * @param answered those of them who answered
   * @param place the best answerer's, from 1
   */
  public record Ranked(
      String question, List<String> users, String because, List<String> answered, int place) {
    public Ranked {
      users = List.copyOf(users);
      answered = List.copyOf(answered);
    }
  }
}
