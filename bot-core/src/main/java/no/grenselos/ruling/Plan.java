package no.grenselos.ruling;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import no.grenselos.chat.ChatEvent;
import no.grenselos.work.Phrases;

/** What a change of the rules comes to, as the books are. */
sealed interface Plan {
  /**
   * Nothing can be made of it.
   *
   * @param why said to whoever wants it
   */
  record Impossible(Function<Phrases, String> why) implements Plan {
    static Impossible say(String phrase) {
      return new Impossible(phrases -> phrases.say(phrase));
    }
  }

  /**
   * The rules are to say this.
   *
   * @param change what somebody did, when they saw the rules
   * @param base the revision it is a change of
   * @param files all of them after it; takes long in a large book, and throws as {@link
   *     no.grenselos.revise.RuleTexts#edited} does
   */
  record Wanted(ChatEvent change, int base, Supplier<Map<String, String>> files) implements Plan {}
}
