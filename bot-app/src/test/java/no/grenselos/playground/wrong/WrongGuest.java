package no.grenselos.playground.wrong;

import no.grenselos.mention.Mention;

/** Somebody else's server that knows our classes. */
public final class WrongGuest {
  Mention ours;
}
