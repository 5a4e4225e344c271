package no.grenselos.store;

import no.grenselos.feed.Cursor;

/** Where each feed goes on. */
public interface Cursors {
  /** {@link Cursor#START} for a feed never read. */
  Cursor of(String feed);

  /** False when the cursor is no longer {@code before}: another node read on; roll back. */
  boolean move(String feed, Cursor before, Cursor after);
}
