package no.grenselos.app.wrong.one;

import no.grenselos.app.wrong.two.WrongHelper;

/** One half of a circle. */
public final class WrongCircle {
  WrongHelper other;
}
