package no.grenselos.route;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.reading.TopicId;

/** What is done with a mention, and why. */
public sealed interface Decision {
  Because because();

  /** Whose experts are asked; empty when nobody's. */
  default Optional<TopicId> asked() {
    return switch (this) {
      case Ask ask -> Optional.of(ask.topic());
      case Both both -> Optional.of(both.topic());
      case Queue queue -> Optional.empty();
      case Hold hold -> Optional.empty();
      case Drop drop -> Optional.empty();
    };
  }

  /** One expert on the topic is asked. */
  record Ask(TopicId topic, Terms terms, Because because) implements Decision {}

  /** Customer service queues it, in the terms' channel. */
  record Queue(Terms terms, Because because) implements Decision {}

  /** Customer service queues it and one expert is asked; the first to claim has it. */
  record Both(TopicId topic, Terms terms, Because because) implements Decision {}

  /** A silence that keeps holds it until then; it is decided anew afterwards. */
  record Hold(Instant until, String reason, Because because) implements Decision {}

  /** It wakes nobody: a route said so, or no route matched. */
  record Drop(String reason, Because because) implements Decision {
    private static final String NOBODYS = "no rule asks for it";

    /** No route asks anybody about it. */
    static Drop nobodys(Because because) {
      return new Drop(NOBODYS, because);
    }

    /**
     * Whether it is just an ordinary post: no route matched, no silence, and not our own account.
     */
    public boolean nobodys() {
      return reason.equals(NOBODYS) && because.routes().isEmpty();
    }
  }
}
