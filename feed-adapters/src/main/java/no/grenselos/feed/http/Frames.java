package no.grenselos.feed.http;

import java.io.IOException;

/** The messages of one connection in turn. One thread reads; any may ask for a sign of life. */
interface Frames {
  /** Waits for the next one, without end. */
  Heard next() throws IOException;

  /** Asks the other side for a sign of life, where there is a way to. */
  default void ask() throws IOException {}

  /** Ends a {@link #next} that is waiting. */
  default void cancel() {}

  /** Gives back what the connection took. Of the thread that reads. */
  default void close() {}
}
