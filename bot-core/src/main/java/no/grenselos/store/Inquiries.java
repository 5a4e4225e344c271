package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import org.jspecify.annotations.Nullable;

/** Questions that people inside put to an expert inside. */
public interface Inquiries {
  /** Keeps a question. */
  Inquiry ask(Draft draft);

  Optional<Inquiry> find(long number);

  /** Keeps its end. False when it had one: the first counts. */
  boolean end(long number, Reply reply);

  /**
   * A question about to be kept.
   *
   * @param about the address of the chat message it is about; empty when it is about none
   */
  record Draft(ChatUser asker, ExpertId expert, String text, String about, Instant at) {}

  /**
   * A question.
   *
   * @param reply null while the expert has said nothing
   */
  record Inquiry(long number, Draft draft, @Nullable Reply reply) {}

  /**
   * What came of it.
   *
   * @param text the answer; empty when there is none, because the expert would rather not
   */
  record Reply(Colleague by, String text, Instant at) {}
}
