package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.grenselos.chat.ChatEvent;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Considered;
import no.grenselos.store.Erasures;
import no.grenselos.store.Inquiries;
import no.grenselos.store.RuleBooks;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcErasures(Handle handle, Dialect dialect) implements Erasures {
  private record Old(long id, String content) {}

  @Override
  public int change(TicketId ticket, Set<Writing> where, UnaryOperator<String> change) {
    // ids may read like an author's name: only what people typed is changed
    UnaryOperator<String> typed = text -> JsonTexts.change(text, JsonTexts.TYPED::contains, change);
    int changed = 0;
    for (Writing one : where) {
      changed +=
          switch (one) {
            case ANSWER -> rows("answer", "id").about(ticket, typed, "words");
            case NOTE ->
                rows("care_note", "id").about(ticket, typed, "words")
                    + rows("fact", "id").about(ticket, typed, "words", "answer");
            case COMMENT -> rows("proposal", "answer").about(ticket, typed, "verdict");
            case AUDIT -> rows("audit", "id").about(ticket, change, "detail");
          };
    }
    return changed;
  }

  private TextRows rows(String table, String key) {
    return new TextRows(handle, table, key);
  }

  @Override
  public Changed changeElsewhere(List<String> marks, UnaryOperator<String> change) {
    String marked = marked(marks);
    UnaryOperator<String> all = text -> JsonTexts.change(text, name -> true, change);
    UnaryOperator<String> examples =
        text ->
            Json.write(
                RuleBooks.Source.class,
                Json.read(RuleBooks.Source.class, text).withExamples(change));
    List<Long> revisions = rows("rule_book", "revision").marked(examples, marked, marks, "source");
    int newest = new JdbcRuleBooks(handle).newest();
    return new Changed(
        revisions.contains((long) newest),
        rows("inquiry", "id").marked(all, marked, marks, "draft", "reply"),
        rows("rule_draft", "id").marked(all, marked, marks, "draft"));
  }

  /** Whether the column {@code %s} has one of the marks {@code :m0}, {@code :m1}, ... */
  private String marked(List<String> marks) {
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++)
      ways.add(dialect.position() + "(lower(%1$s), :m" + i + ") > 0");
    return ways.isEmpty() ? "1 = 0" : String.join(" or ", ways);
  }

  @Override
  public Page by(AuthorName author, long after, int rows) {
    List<Old> page =
        handle
            .createQuery(
                """
                select id, case when erased_at is null and <position>(lower(post), :name) > 0
                  then post else '' end as content
                from mention where id > :after order by id limit :rows
                """)
            .define("position", dialect.position())
            // by Latin letters alone: not every engine knows others' small ones
            .bind("name", author.name().replaceAll("[^\\x00-\\x7F].*", "").toLowerCase(Locale.ROOT))
            .bind("after", after)
            .bind("rows", rows)
            .map((row, context) -> new Old(row.getLong("id"), row.getString("content")))
            .list();
    Set<MentionId> posts = new LinkedHashSet<>();
    for (Old row : page) {
      if (row.content().isEmpty()) continue;
      Mention mention = Json.read(Mention.class, row.content());
      if (author.wrote(mention)) posts.add(mention.id());
    }
    long next = page.isEmpty() ? after : page.getLast().id();
    return new Page(List.copyOf(posts), next, page.size() < rows);
  }

  @Override
  public List<Long> sweep(Leftover what, Instant before, int most) {
    return switch (what) {
      case AUDIT ->
          handle
              .createQuery(
                  """
                  delete from audit where id in (
                    select id from audit where happened_at < :before
                    order by happened_at, id limit :most)
                  returning id
                  """)
              .bind("before", Millis.of(before))
              .bind("most", most)
              .mapTo(Long.class)
              .list();
      case CONSIDERED ->
          oldest("considered", "round", most, text -> considered(text).isBefore(before));
      case INQUIRY -> oldest("inquiry", "draft", most, text -> asked(text).isBefore(before));
      case RULE_DRAFT ->
          oldest("rule_draft", "draft", most, text -> drafted(text).isBefore(before));
    };
  }

  private static Instant considered(String text) {
    return Json.read(Considered.Round.class, text).at();
  }

  private static Instant asked(String text) {
    return Json.read(Inquiries.Draft.class, text).at();
  }

  private static Instant drafted(String text) {
    return Json.read(ChatEvent.class, text).at();
  }

  /** Rows are numbered as they come, so the oldest stand first. */
  private List<Long> oldest(String table, String column, int most, Predicate<String> old) {
    Query query =
        handle.createQuery(
            "select id, %s as content from %s order by id limit :most".formatted(column, table));
    List<Long> ids =
        query
            .bind("most", most)
            .map((row, context) -> new Old(row.getLong("id"), row.getString("content")))
            .list()
            .stream()
            .filter(row -> old.test(row.content()))
            .map(Old::id)
            .toList();
    if (ids.isEmpty()) return ids;
    int unused =
        handle
            .createUpdate("delete from " + table + " where id in (<ids>)")
            .bindList("ids", ids)
            .execute();
    return ids;
  }
}
