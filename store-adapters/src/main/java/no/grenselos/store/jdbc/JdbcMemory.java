package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.LookupWord;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.store.Memory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

record JdbcMemory(Handle handle) implements Memory {
  @Override
  public Optional<Kept> keep(Kept.Draft draft) {
    int fresh =
        handle.execute(
            "insert into kept_cause (cause) values (?) on conflict do nothing",
            draft.source().cause());
    if (fresh == 0) return Optional.empty();
    MentionId post = draft.source().post();
    long id =
        handle
            .createQuery(
                """
                insert into kept (who, language, post, kept_at, draft)
                values (:who, :language, :post, :at, :draft) returning id
                """)
            .bind("who", draft.by().id())
            .bind("language", draft.language().code())
            .bind("post", post == null ? null : post.toString())
            .bind("at", Millis.of(draft.at()))
            .bind("draft", Json.write(Kept.Draft.class, draft))
            .mapTo(Long.class)
            .one();
    each(id, "topic", draft.topics().stream().map(topic -> topic.id()).distinct().toList());
    each(id, "word", List.copyOf(draft.lookupWords()));
    return Optional.of(draft.as(new KeptId(id)));
  }

  /** Notes each value in the table of that name. */
  private void each(long kept, String what, List<String> values) {
    if (values.isEmpty()) return;
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into kept_" + what + " (kept, " + what + ") values (:kept, :value)");
    values.forEach(value -> rows.bind("kept", kept).bind("value", value).add());
    rows.execute();
  }

  @Override
  public boolean forget(KeptId id) {
    handle.execute("delete from kept_word where kept = ?", id.number());
    handle.execute("delete from kept_topic where kept = ?", id.number());
    return handle.execute("delete from kept where id = ?", id.number()) == 1;
  }

  @Override
  public boolean reword(KeptId id, String text) {
    Optional<Kept> before = find(id);
    before.ifPresent(kept -> {
      Kept.Draft next =
          new Kept.Draft(kept.by(), kept.topics(), kept.language(), text, kept.source(), kept.at());
      handle.execute("delete from kept_word where kept = ?", id.number());
      handle
          .createUpdate("update kept set draft = :draft where id = :id")
          .bind("draft", Json.write(Kept.Draft.class, next))
          .bind("id", id.number())
          .execute();
      each(id.number(), "word", List.copyOf(next.lookupWords()));
    });
    return before.isPresent();
  }

  @Override
  public int forgetAllOf(String who) {
    String theirs = " where kept in (select id from kept where who = ?)";
    handle.execute("delete from kept_word" + theirs, who);
    handle.execute("delete from kept_topic" + theirs, who);
    return handle.execute("delete from kept where who = ?", who);
  }

  @Override
  public Optional<Kept> find(KeptId id) {
    return kept(handle.createQuery("select * from kept where id = :id").bind("id", id.number()))
        .stream()
        .findFirst();
  }

  @Override
  public List<Kept> search(Search search, int most) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    String where = filters(search, values);
    String words = words(search, values);
    String sql =
        words.isEmpty()
            ? "select k.* from kept k" + where + " order by k.kept_at desc, k.id desc"
            : "select k.* from kept k join (select kept, count(*) as found from ("
                + words
                + ") w group by kept) hit on hit.kept = k.id"
                + where
                + " order by hit.found desc, k.kept_at desc, k.id desc";
    return kept(handle.createQuery(sql + " limit :most").bindMap(values).bind("most", most));
  }

  private static String filters(Search search, Map<String, Object> values) {
    List<String> filters = new ArrayList<>();
    if (search.who() != null) {
      filters.add("k.who = :who");
      values.put("who", search.who());
    }
    if (search.topic() != null) {
      filters.add("exists (select 1 from kept_topic t where t.kept = k.id and t.topic = :topic)");
      values.put("topic", search.topic().id());
    }
    Language language = search.language();
    if (language != null && language.norwegian()) filters.add("k.language in ('nb', 'nn', 'no')");
    else if (language != null) {
      filters.add("k.language = :language");
      values.put("language", language.code());
    }
    return filters.isEmpty() ? "" : " where " + String.join(" and ", filters);
  }

  /** One select a word, so that a text counts each of them once. */
  private static String words(Search search, Map<String, Object> values) {
    List<String> selects = new ArrayList<>();
    for (LookupWord word : search.words()) {
      List<String> ways = new ArrayList<>();
      for (String form : word.forms()) ways.add("word = :" + name(values, form));
      if (!word.beginning().isEmpty()) {
        int length = word.beginning().codePointCount(0, word.beginning().length());
        ways.add("substr(word, 1, " + length + ") = :" + name(values, word.beginning()));
      }
      selects.add("select distinct kept from kept_word where " + String.join(" or ", ways));
    }
    return String.join(" union all ", selects);
  }

  private static String name(Map<String, Object> values, String value) {
    String name = "w" + values.size();
    values.put(name, value);
    return name;
  }

  @Override
  public List<Kept> answersTo(MentionId post) {
    return kept(
        handle
            .createQuery("select * from kept where post = :post order by id")
            .bind("post", post.toString()));
  }

  private static List<Kept> kept(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Kept read(Columns row) throws SQLException {
    return row.json(Kept.Draft.class, "draft").as(new KeptId(row.number("id")));
  }
}
