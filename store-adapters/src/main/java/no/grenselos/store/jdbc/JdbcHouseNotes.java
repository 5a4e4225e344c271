package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.grenselos.store.HouseNotes;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

record JdbcHouseNotes(Handle handle) implements HouseNotes {
  @Override
  public Optional<String> find(String house, String key) {
    return handle
        .createQuery("select note from house_note where house = :house and id = :key")
        .bind("house", house)
        .bind("key", key)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public Map<String, String> startingWith(String house, String prefix) {
    Map<String, String> found = new TreeMap<>();
    handle
        .createQuery(
            """
            select id, note from house_note
            where house = :house and substr(id, 1, :length) = :prefix
            """)
        .bind("house", house)
        .bind("length", prefix.codePointCount(0, prefix.length()))
        .bind("prefix", prefix)
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("note")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  @Override
  public void keep(String house, String key, String value, @Nullable Instant until) {
    handle
        .createUpdate(
            """
            insert into house_note (house, id, note, until_at) values (:house, :key, :note, :until)
            on conflict (house, id) do update
            set note = excluded.note, until_at = excluded.until_at
            """)
        .bind("house", house)
        .bind("key", key)
        .bind("note", value)
        .bind("until", Millis.orNull(until))
        .execute();
  }

  @Override
  public boolean keepFirst(String house, String key, String value) {
    return handle
            .createUpdate(
                """
                insert into house_note (house, id, note) values (:house, :key, :note)
                on conflict do nothing
                """)
            .bind("house", house)
            .bind("key", key)
            .bind("note", value)
            .execute()
        == 1;
  }

  @Override
  public void forget(String house, String key) {
    handle
        .createUpdate("delete from house_note where house = :house and id = :key")
        .bind("house", house)
        .bind("key", key)
        .execute();
  }

  @Override
  public void sweep(Instant now) {
    handle
        .createUpdate("delete from house_note where until_at <= :now")
        .bind("now", Millis.of(now))
        .execute();
  }
}
