package no.grenselos.care;

/** What happens on the way to a promised time's end and after it, in this order. */
public enum Stage {
  /** Half of the time is gone: whoever has it is reminded. */
  HALF,
  /** Ten minutes are left. */
  SOON,
  /** The time is over: the team's lead hears of it. */
  LEAD,
  /** Still no answer: the fallback channel gets it too. */
  FALLBACK
}
