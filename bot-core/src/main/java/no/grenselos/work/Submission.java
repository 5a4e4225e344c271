package no.grenselos.work;

import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatAction;

/** What a sent form asks for: an action, or what is wrong with which field. */
public record Submission(Optional<ChatAction> action, Map<String, String> errors) {
  public Submission {
    errors = Map.copyOf(errors);
  }

  public static Submission of(ChatAction action) {
    return new Submission(Optional.of(action), Map.of());
  }

  public static Submission wrong(String field, String text) {
    return new Submission(Optional.empty(), Map.of(field, text));
  }

  /** Read and closed; nothing follows. */
  public static Submission nothing() {
    return new Submission(Optional.empty(), Map.of());
  }
}
