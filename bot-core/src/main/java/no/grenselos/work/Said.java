package no.grenselos.work;

import java.util.Optional;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Page;

/**
 * The answer to what somebody said.
 *
 * @param action what is to be done about it, if anything
 */
public record Said(Page page, Optional<ChatAction> action) {
  public static Said only(Page page) {
    return new Said(page, Optional.empty());
  }

  public static Said and(Page page, ChatAction action) {
    return new Said(page, Optional.of(action));
  }
}
