package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Directory;
import org.jdbi.v3.core.Handle;

record JdbcDirectory(Handle handle) implements Directory {
  @Override
  public void mute(ExpertId expert, TopicId topic, Instant at) {
    handle
        .createUpdate(
            """
            insert into mute (expert, topic, since) values (:expert, :topic, :at)
            on conflict do nothing
            """)
        .bind("expert", expert.id())
        .bind("topic", topic.id())
        .bind("at", Millis.of(at))
        .execute();
  }

  @Override
  public void unmute(ExpertId expert, TopicId topic) {
    handle
        .createUpdate("delete from mute where expert = :expert and topic = :topic")
        .bind("expert", expert.id())
        .bind("topic", topic.id())
        .execute();
  }

  @Override
  public Set<TopicId> muted(ExpertId expert) {
    return handle
        .createQuery("select topic from mute where expert = :expert")
        .bind("expert", expert.id())
        .mapTo(String.class)
        .stream()
        .map(TopicId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<ExpertId> mutedBy(TopicId topic) {
    return handle
        .createQuery("select expert from mute where topic = :topic")
        .bind("topic", topic.id())
        .mapTo(String.class)
        .stream()
        .map(ExpertId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
