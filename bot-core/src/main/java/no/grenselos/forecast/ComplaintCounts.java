package no.grenselos.forecast;

import no.grenselos.forecast.Report.Complaints;
import no.grenselos.mention.Mention;

/** Counts complaints by whether customer service gets them. Not thread safe. */
final class ComplaintCounts {
  private final Examples lost = new Examples();
  private int posts;
  private int gained;
  private int never;

  void add(Mention mention, Destination before, Destination after) {
    posts++;
    if (before.inCare() && !after.inCare()) lost.add(mention);
    else if (!before.inCare() && after.inCare()) gained++;
    else if (!before.inCare()) never++;
  }

  Complaints told() {
    return new Complaints(posts, lost.posts(), gained, never, lost.first());
  }
}
