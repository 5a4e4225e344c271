package no.grenselos.store.jdbc;

import java.util.List;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Profile;
import no.grenselos.store.Profiles;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Every change holds the counter's row first, so that numbers become visible in order. */
record JdbcProfiles(Handle handle) implements Profiles {
  @Override
  public long version() {
    return handle.createQuery("select last from profile_count").mapTo(Long.class).one();
  }

  @Override
  public List<Profile> since(long version) {
    return profiles(
        handle
            .createQuery(
                "select content, version from profile where version > :version order by version")
            .bind("version", version));
  }

  @Override
  public Optional<Profile> find(ExpertId id) {
    return profiles(
            handle
                .createQuery("select content, version from profile where expert = :expert")
                .bind("expert", id.id()))
        .stream()
        .findFirst();
  }

  @Override
  public boolean save(Profile profile) {
    handle.execute("update profile_count set last = last + 1");
    String change =
        profile.version() == 0
            ? """
            insert into profile (expert, content, version) values (:expert, :content, :number)
            on conflict do nothing
            """
            : """
            update profile set content = :content, version = :number
            where expert = :expert and version = :version
            """;
    return handle
            .createUpdate(change)
            .bind("expert", profile.id().id())
            .bind("content", Json.write(Profile.class, profile.numbered(0)))
            .bind("number", version())
            .bind("version", profile.version())
            .execute()
        == 1;
  }

  private static List<Profile> profiles(Query query) {
    return query
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return columns.json(Profile.class, "content").numbered(columns.number("version"));
        })
        .list();
  }
}
