package no.grenselos.feed;

import java.util.Optional;
import java.util.function.IntFunction;
import no.grenselos.mention.Network;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;

/**
 * Is called by a network, or by whoever listens to one, instead of asking it. Every node takes
 * calls. Safe for many threads; answers within a second.
 */
public interface Inlet {
  /** As in config, followed by more where the entry has feeds too; the last part of its address. */
  String name();

  /** Of its entry; what it tells may be of another one. */
  Network network();

  /** Finds out who calls and reads what they tell. Never throws for what the call holds. */
  Told receive(HttpCall call);

  /** What came of a call. */
  sealed interface Told {
    /**
     * To be kept before it is answered.
     *
     * @param page whose cursor counts for nothing
     * @param key equal for the same call sent again, which is then not kept; empty where the caller
     *     gives none. Each event is kept once anyway
     * @param answer to give when so many events were new
     */
    record Posts(Fetch.Page page, Optional<String> key, IntFunction<HttpAnswer> answer)
        implements Told {}

    /** Nothing to keep: the call is refused, or only asks whether we are there. */
    record Answered(HttpAnswer answer) implements Told {}
  }
}
