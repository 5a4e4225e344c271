package no.grenselos.work;

/**
 * What wakes which loop: raised after a commit that gave it work, so that nobody waits for the next
 * poll.
 */
public record Signals(
    Signal mentions, Signal actions, Signal errands, Signal timers, Signal lessons) {
  Signals() {
    this(new Signal(), new Signal(), new Signal(), new Signal(), new Signal());
  }
}
