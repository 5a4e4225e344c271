package no.grenselos.expert;

/** How many nudges somebody got: today and in the last seven days, both in their own calendar. */
public record Load(int today, int week) {
  public static final Load NONE = new Load(0, 0);
}
