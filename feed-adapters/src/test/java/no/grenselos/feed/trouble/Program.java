package no.grenselos.feed.trouble;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.ScriptedServer.Canned;

/** What a stand-in tells over a connection that stays. */
interface Program {
  /** Whether this asks for such a connection. */
  boolean isAskedFor(Request request);

  /** Why who asks is not let in; empty when it is told all from now, or from where it says. */
  Optional<Canned> refusal(Request request);

  /** What is to be told by now and was not yet, in turn. */
  List<String> due();

  /** Messages that say nothing of any post of ours, good ones and broken ones. */
  List<String> rubbish();

  /** Why some of these are skipped. */
  Set<String> complaints();

  /** What may go wrong with it. */
  List<Trouble> troubles();
}
