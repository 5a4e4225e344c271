package no.grenselos.chat;

import java.util.Map;

/** What an admin did about the rules. */
public sealed interface RuleAction extends ChatAction {
  /** In their words, for colleagues; empty where they are not asked. */
  default String why() {
    return "";
  }

  /**
   * An entry of the rules is to say this.
   *
   * @param entry which, at the revision that was seen: {@code route:12.3}, {@code silence:12.new},
   *     {@code topic:12.new}
   * @param keys as in the rules' files, with what they are to say; for a topic those of its form,
   *     and who is invited by it and a route with it
   * @param place in its list, from 0; -1 to leave it where it is
   * @param why for colleagues; may be empty
   */
  record WriteRule(String entry, Map<String, String> keys, int place, String why)
      implements RuleAction {
    public WriteRule {
      keys = Map.copyOf(keys);
    }
  }

  /** The entry that this is done on comes one earlier. */
  record RaiseRule() implements RuleAction {}

  /** The entry that this is done on comes one later. */
  record LowerRule() implements RuleAction {}

  /** The entry that this is done on goes. */
  record RemoveRule(String why) implements RuleAction {}

  /** The rules say again what the revision says that this is done on. */
  record RevertRules(String why) implements RuleAction {}

  /** The change that somebody was faster than is made all the same, on top of theirs. */
  record PutOnTop() implements RuleAction {}

  /** The change that waits is not made: somebody was faster, or it was only tried. */
  record GiveUpChange() implements RuleAction {}

  /** The change is not made yet: first it is to be shown what it would come to. */
  record TryFirst(RuleAction change) implements RuleAction {
    @Override
    public String why() {
      return change.why();
    }
  }

  /** The change that was tried is to be tried once more. */
  record TryAgain() implements RuleAction {}

  /** The change that was tried is made. */
  record SaveTried() implements RuleAction {}

  /** The rules' own tests are to be run. */
  record TestRules() implements RuleAction {}
}
