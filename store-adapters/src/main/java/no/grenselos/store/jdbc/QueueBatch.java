package no.grenselos.store.jdbc;

import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Adds many entries to a queue with one statement, prepared once: a page of posts costs little more
 * than its rows. Those whose group has a head already follow one by one.
 */
record QueueBatch(JdbcQueue queue) {
  /** Which of them were not there before, in their order. */
  boolean[] add(List<JdbcQueue.Draft> drafts) {
    boolean[] added = new boolean[drafts.size()];
    if (drafts.isEmpty()) return added;
    int[] counts = asHeads(drafts);
    for (int i = 0; i < added.length; i++) added[i] = counts[i] == 1 || queue.add(drafts.get(i));
    return added;
  }

  private int[] asHeads(List<JdbcQueue.Draft> drafts) {
    try (PreparedBatch batch = queue.handle().prepareBatch(JdbcQueue.INSERT)) {
      for (JdbcQueue.Draft draft : drafts) {
        batch
            .bind("name", queue.name())
            .bind("key", draft.key())
            .bind("group", draft.group())
            .bind("what", draft.what())
            .bind("content", draft.content())
            .bind("received", Millis.of(draft.receivedAt()))
            .bind("head", 1)
            .bind("due", Millis.of(draft.due()))
            .add();
      }
      return batch.execute();
    }
  }
}
