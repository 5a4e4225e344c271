package no.grenselos.chat;

/** Whether a message that may have been sent is there. */
public sealed interface Sighting {
  record Seen(MessageRef ref) implements Sighting {}

  record NotThere() implements Sighting {}

  /** Could not be found out now. */
  record Unknown(String reason) implements Sighting {}
}
