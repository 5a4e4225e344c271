package no.grenselos.chat;

import java.time.Duration;

/** How sending to a chat house went. */
public sealed interface Delivery {
  record Delivered(MessageRef ref) implements Delivery {}

  /** Surely not sent; may be tried again after the time. */
  record RetryAfter(Duration time, String reason) implements Delivery {}

  /** Unknown whether it arrived: look before sending again. */
  record Unsure(String reason) implements Delivery {}

  /** The message or the place is no longer there. */
  record Gone(String reason) implements Delivery {}

  /** The house will not take it. */
  record Refused(String reason, String whatToDo) implements Delivery {}
}
