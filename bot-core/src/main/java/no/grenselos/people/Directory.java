package no.grenselos.people;

import java.util.List;
import java.util.Map;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;

/**
 * What the chat houses said about some e-mail addresses.
 *
 * @param answers by address; an address that nobody was asked about is not in it
 */
public record Directory(Map<Email, Answer> answers) {
  /** Nobody was asked. */
  public static final Directory EMPTY = new Directory(Map.of());

  public Directory {
    answers = Map.copyOf(answers);
  }

  /**
   * @param handles of whoever has the address; empty when nobody was found
   * @param why nobody was found, as words that follow the address; empty when somebody was
   */
  public record Answer(List<Handle> handles, String why) {
    public Answer {
      handles = List.copyOf(handles);
    }
  }
}
