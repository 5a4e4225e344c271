package no.grenselos.flow;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.log.Receipt;
import no.grenselos.log.Relay;
import no.grenselos.work.Workroom;

/**
 * Where a page goes that a feed brought: into the store, or, where there is a log, into that; only
 * when the log has all of it is the feed moved on. A node that ends in between, or loses the feed,
 * leaves the same events in the log twice, which are stored once.
 */
final class Keeping {
  private final Workroom room;
  private final Incoming incoming;
  private final Optional<Relay> relay;
  private final String node;

  /** What became of a page. */
  sealed interface Kept {
    /** It is kept and the feed moved on. */
    record Done() implements Kept {}

    /** Another node reads the feed. */
    record Overtaken() implements Kept {}

    /** The same page is to be kept later. */
    record NotNow(String reason) implements Kept {}
  }

  Keeping(Workroom room, Optional<Relay> relay, String node) {
    this.room = room;
    this.incoming = new Incoming(room);
    this.relay = relay;
    this.node = node;
  }

  String node() {
    return node;
  }

  Kept keep(Feed feed, Cursor before, Fetch.Page page) {
    if (relay.isEmpty() || page.events().isEmpty()) {
      return incoming.take(feed, node, before, page) >= 0 ? new Kept.Done() : new Kept.Overtaken();
    }
    // a node that slept through its hold hands over nothing that is old by now
    if (!holds(feed)) return new Kept.Overtaken();
    return switch (relay.get().carry(Parcels.of(room, feed.name(), page.events()))) {
      case Receipt.NotNow later -> new Kept.NotNow("handing over to the log: " + later.reason());
      case Receipt.Kept kept ->
          incoming.carried(feed, node, before, Parcels.without(page, kept))
              ? new Kept.Done()
              : new Kept.Overtaken();
    };
  }

  private boolean holds(Feed feed) {
    return room.read(books -> books.feedStates().find(feed.name()))
        .filter(row -> {
          Instant until = row.heldUntil();
          return node.equals(row.holder()) && until != null && room.now().isBefore(until);
        })
        .isPresent();
  }
}
