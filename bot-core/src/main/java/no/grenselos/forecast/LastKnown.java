package no.grenselos.forecast;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Standings;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** Remembers the last answer, as both rule books mostly ask the same. Not thread safe. */
final class LastKnown implements Knowledge {
  private final Knowledge knowledge;
  private @Nullable Question last;
  private Optional<Standings> answer = Optional.empty();

  private record Question(MentionId post, TopicId topic, Instant now) {}

  private LastKnown(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static Knowledge over(Knowledge knowledge) {
    return knowledge.equals(NONE) ? NONE : new LastKnown(knowledge);
  }

  @Override
  public Optional<Standings> of(Mention post, TopicId topic, Instant now) {
    Question question = new Question(post.id(), topic, now);
    if (!question.equals(last)) {
      answer = knowledge.of(post, topic, now);
      last = question;
    }
    return answer;
  }
}
