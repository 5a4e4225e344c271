package no.grenselos.feed.http;

import java.time.Duration;
import java.util.function.Predicate;
import no.grenselos.feed.Feed;

/** What a feed that listens has heard so far, read or not. */
public final class Ear {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Ear() {}

  /** Whether it has a connection. */
  public static boolean listens(Feed feed) {
    return ((LiveFeed) feed).connection != null;
  }

  /** Waits until it has heard so many things, or hears nothing any more. */
  public static void await(Feed feed, long things) {
    await(feed, connection -> connection.heard() >= things || connection.isOver());
  }

  /** Waits until it knows that the connection ended. */
  public static void awaitEnd(Feed feed) {
    await(feed, LiveConnection::isOver);
  }

  private static void await(Feed feed, Predicate<LiveConnection> condition) {
    LiveConnection connection = ((LiveFeed) feed).connection;
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (connection != null && !condition.test(connection)) {
      if (System.nanoTime() > until) throw new AssertionError("it hears nothing of it");
      Thread.yield();
    }
  }
}
