package no.grenselos.expert;

/**
 * What became of what somebody was asked in some days; nudges that they never saw are not counted.
 *
 * @param taken they took it
 * @param passed they said that it is not theirs
 * @param later they asked to be left alone meanwhile
 * @param unanswered they said nothing
 * @param overtaken somebody else was faster, or it was closed
 * @param open they may still answer
 * @param facts questions for a fact, however they ended
 */
public record Workload(
    int taken, int passed, int later, int unanswered, int overtaken, int open, int facts) {
  public static final Workload NONE = new Workload(0, 0, 0, 0, 0, 0, 0);

  /** How often they were asked in all. */
  public int asked() {
    return taken + passed + later + unanswered + overtaken + open + facts;
  }
}
