package no.grenselos.route;

import java.time.Instant;
import no.grenselos.reading.TopicId;

/** What is done with a mention, and why. */
public sealed interface Decision {
  Because because();

  /** One expert on the topic is asked. */
  record Ask(TopicId topic, Terms terms, Because because) implements Decision {}

  /** Customer service queues it, in the terms' channel. */
  record Queue(Terms terms, Because because) implements Decision {}

  /** Customer service queues it and one expert is asked; the first to claim has it. */
  record Both(TopicId topic, Terms terms, Because because) implements Decision {}

  /** A silence that keeps holds it until then; it is decided anew afterwards. */
  record Hold(Instant until, String reason, Because because) implements Decision {}

  /** It wakes nobody: a route said so, or no route matched. */
  record Drop(String reason, Because because) implements Decision {}
}
