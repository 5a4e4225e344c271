package no.grenselos.feed.alsowrong;

/** The adapter beside. */
public final class WrongNeighbour {}
