package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.grenselos.mention.MentionId;
import no.grenselos.store.EarlyPosts;
import org.jdbi.v3.core.Handle;

record JdbcEarlyPosts(Handle handle, Dialect dialect) implements EarlyPosts {
  @Override
  public void hold(Collection<MentionId> posts) {
    String holding = dialect.holdingNames();
    if (holding.isEmpty() || posts.isEmpty()) return;
    // in one order, so that no two wait for each other
    List<String> names = posts.stream().map(post -> "post " + post).distinct().sorted().toList();
    boolean unused =
        handle
            .createQuery(holding)
            .bindArray("names", String.class, names)
            .map((row, context) -> true)
            .list()
            .isEmpty();
  }

  @Override
  public void keep(MentionId post, MentionId speaksTo, Instant at) {
    handle
        .createUpdate(
            """
            insert into early_post (speaks_to, mention, seen_at) values (:to, :mention, :at)
            on conflict do nothing
            """)
        .bind("to", speaksTo.toString())
        .bind("mention", post.toString())
        .bind("at", Millis.of(at))
        .execute();
  }

  @Override
  public List<MentionId> before(MentionId post) {
    return handle
        .createQuery(
            "select mention from early_post where speaks_to = :post order by seen_at, mention")
        .bind("post", post.toString())
        .mapTo(String.class)
        .list()
        .stream()
        .map(MentionId::parse)
        .toList();
  }
}
