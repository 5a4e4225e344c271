package no.grenselos.flow;

/**
 * What wakes which loop: raised after a commit that gave it work, so that nobody waits for the next
 * poll.
 */
final class Signals {
  final Signal mentions = new Signal();
  final Signal actions = new Signal();
  final Signal errands = new Signal();
  final Signal timers = new Signal();
  final Signal lessons = new Signal();
}
