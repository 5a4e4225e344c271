package no.grenselos.store.jdbc;

import no.grenselos.feed.Cursor;
import no.grenselos.store.Cursors;
import org.jdbi.v3.core.Handle;

record JdbcCursors(Handle handle) implements Cursors {
  @Override
  public Cursor of(String feed) {
    return handle
        .createQuery("select position from feed_cursor where feed = :feed")
        .bind("feed", feed)
        .mapTo(String.class)
        .findOne()
        .map(Cursor::new)
        .orElse(Cursor.START);
  }

  @Override
  public boolean move(String feed, Cursor before, Cursor after) {
    boolean moved =
        handle
                .createUpdate(
                    """
                    update feed_cursor set position = :after
                    where feed = :feed and position = :before
                    """)
                .bind("feed", feed)
                .bind("before", before.text())
                .bind("after", after.text())
                .execute()
            == 1;
    return moved || (before.atStart() && begin(feed, after));
  }

  private boolean begin(String feed, Cursor after) {
    return handle
            .createUpdate(
                """
                insert into feed_cursor (feed, position) values (:feed, :after)
                on conflict do nothing
                """)
            .bind("feed", feed)
            .bind("after", after.text())
            .execute()
        == 1;
  }
}
