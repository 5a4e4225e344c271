package no.grenselos.insight;

import no.grenselos.ticket.Effect;

/**
 * Answers by what the sum makes of them.
 *
 * @param sure of which the assumed came true in full
 * @param assumed to have brought about what the company's numbers say
 * @param none which are known to have brought about nothing
 */
public record Answers(long sure, long assumed, long none) {
  public static final Answers NONE = new Answers(0, 0, 0);

  static Answers of(Figures figures) {
    long sure = figures.told(Effect.Weight.SURE);
    long none = figures.told(Effect.Weight.NONE);
    return new Answers(sure, figures.counts().answered() - sure - none, none);
  }

  public long all() {
    return sure + assumed + none;
  }
}
