package no.grenselos.app.vitals;

import java.util.List;
import no.grenselos.chat.CallRate;
import no.grenselos.chat.Delivery;
import no.grenselos.config.Finding;

/**
 * How one chat house is doing.
 *
 * @param last how the last delivery went
 * @param counted since the start
 * @param rates what is called how often
 */
public record ChatVitals(String house, Finding last, Counted counted, List<CallRate> rates) {
  public ChatVitals {
    rates = List.copyOf(rates);
  }

  /**
   * How often what came of a delivery.
   *
   * @param delivered sent or changed
   * @param waits put off, as the house or our own pace wants it
   * @param refused not taken, or its place was gone
   * @param unsure it is not known whether they arrived; looked for before they are sent again
   */
  public record Counted(long delivered, long waits, long refused, long unsure) {
    public static final Counted NOTHING = new Counted(0, 0, 0, 0);

    /** With one more. */
    public Counted and(Delivery delivery) {
      return switch (delivery) {
        case Delivery.Delivered one -> new Counted(delivered + 1, waits, refused, unsure);
        case Delivery.RetryAfter one -> new Counted(delivered, waits + 1, refused, unsure);
        case Delivery.Gone one -> new Counted(delivered, waits, refused + 1, unsure);
        case Delivery.Refused one -> new Counted(delivered, waits, refused + 1, unsure);
        case Delivery.Unsure one -> new Counted(delivered, waits, refused, unsure + 1);
      };
    }
  }
}
