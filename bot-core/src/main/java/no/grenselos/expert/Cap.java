package no.grenselos.expert;

/** How many nudges somebody accepts; by default 1 a day and 3 a week. */
public record Cap(int day, int week) {
  public static final Cap DEFAULT = new Cap(1, 3);

  public Cap {
    if (day < 0 || week < 0) {
      throw new IllegalArgumentException(
          "cap is " + day + " a day, " + week + " a week; must be 0 or more");
    }
  }

  /** Whether they accept none at all. */
  public boolean none() {
    return day == 0 || week == 0;
  }

  /** Whether so many are as many as they accept, today or this week. */
  public boolean reached(Load load) {
    return load.today() >= day || load.week() >= week;
  }
}
