package no.grenselos.app.wrong.two;

import no.grenselos.app.wrong.one.WrongCircle;

/** The other half, with a name that says nothing. */
public final class WrongHelper {
  WrongCircle other;
}
