package no.grenselos.flow;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import no.grenselos.feed.Publisher;
import no.grenselos.store.Store;

/**
 * What the flows work with.
 *
 * @param rules the rules in force, asked for anew for each piece of work
 * @param publishers one a network at most
 * @param channelHouse the chat house whose channels the rule book names
 */
public record Equipment(
    Store store,
    Supplier<Rules> rules,
    List<Publisher> publishers,
    String channelHouse,
    Clock clock,
    Journal journal) {
  public Equipment {
    publishers = List.copyOf(publishers);
  }
}
