package no.grenselos.feed.wrong;

import no.grenselos.feed.alsowrong.WrongNeighbour;

/** Shows itself, and sees the adapter beside it. */
public final class WrongAdapter {
  WrongNeighbour neighbour;
}
