package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Lessons;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Every change holds the counter's row first, so that it decides alone. */
record JdbcLessons(Handle handle, Dialect dialect) implements Lessons {
  private static final String TAUGHT =
      """
      select l.*, m.post as words, m.reading, m.erased_at
      from lesson l left join mention m on m.id = l.post
      """;

  private record Count(String kind, long times) {}

  @Override
  public boolean add(Lesson lesson) {
    long number = holdCounter() + 1;
    TopicId topic = lesson.topic();
    boolean added =
        handle
                .createUpdate(
                    """
                    insert into lesson (number, kind, mention, post, topic, expert, named, who,
                        reason, cause, undoes, taught_at, in_force)
                    values (:number, :kind, :mention,
                        (select max(id) from mention where mention = :mention), :topic, :expert,
                        :named, :who, :reason, :cause, :undoes, :at, 1)
                    on conflict do nothing
                    """)
                .bind("number", number)
                .bind("kind", lesson.kind().name())
                .bind("mention", lesson.mention().toString())
                .bind("topic", topic == null ? "" : topic.id())
                .bind("expert", lesson.expert() == null ? "" : lesson.expert().id())
                .bind("named", lesson.named() == null ? "" : lesson.named().id())
                .bind("who", lesson.who())
                .bind("reason", lesson.reason())
                .bind("cause", lesson.cause())
                .bind("undoes", lesson.undoes())
                .bind("at", Millis.of(lesson.at()))
                .execute()
            == 1;
    if (added) handle.execute("update lesson_count set last = ?", number);
    return added;
  }

  /** The number given last. */
  private long holdCounter() {
    return handle
        .createQuery("select last from lesson_count" + dialect.holding())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public boolean takeBack(long number, String who, Instant at) {
    holdCounter();
    Optional<Taught> taught =
        find(number).filter(Taught::inForce).filter(found -> found.lesson().canBeTakenBack());
    taught.ifPresent(found -> {
      handle.execute("update lesson set in_force = 0 where number = ?", number);
      add(found.lesson().takenBack(number, who, at));
    });
    return taught.isPresent();
  }

  @Override
  public boolean forget(MentionId mention, String who, Instant at) {
    holdCounter();
    int forgotten =
        handle
            .createUpdate(
                """
                update lesson set in_force = 0, reason = ''
                where mention = :mention and kind not in ('TAKEN_BACK', 'FORGOTTEN')
                """)
            .bind("mention", mention.toString())
            .execute();
    return forgotten > 0 && add(Lesson.forgotten(mention, who, at));
  }

  @Override
  public List<Taught> after(long number, int most) {
    Query query =
        handle.createQuery(TAUGHT + " where l.number > :number order by l.number limit :most");
    return taught(query.bind("number", number).bind("most", most));
  }

  @Override
  public List<Taught> latest(int most) {
    Query query = handle.createQuery(TAUGHT + " order by l.number desc limit :most");
    return taught(query.bind("most", most));
  }

  @Override
  public Optional<Taught> find(long number) {
    Query query = handle.createQuery(TAUGHT + " where l.number = :number");
    return taught(query.bind("number", number)).stream().findFirst();
  }

  @Override
  public List<Taught> about(MentionId mention) {
    Query query =
        handle.createQuery(
            TAUGHT + " where l.mention = :mention and l.in_force = 1 order by l.number");
    return taught(query.bind("mention", mention.toString()));
  }

  @Override
  public List<Taught> newest(Lesson.Kind kind, int skip, int most) {
    Query query =
        handle.createQuery(
            TAUGHT
                + """
                 where l.kind = :kind and l.in_force = 1
                order by l.number desc limit :most offset :skip
                """);
    return taught(query.bind("kind", kind.name()).bind("most", most).bind("skip", skip));
  }

  @Override
  public Map<Lesson.Kind, Long> counts() {
    Map<Lesson.Kind, Long> counts = new EnumMap<>(Lesson.Kind.class);
    handle
        .createQuery("select kind, count(*) as times from lesson group by kind")
        .map((row, context) -> new Count(row.getString("kind"), row.getLong("times")))
        .forEach(count -> counts.put(Lesson.Kind.valueOf(count.kind()), count.times()));
    return counts;
  }

  private static List<Taught> taught(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Taught read(Columns row) throws SQLException {
    boolean words = row.textOrNull("words") != null && row.momentOrNull("erased_at") == null;
    return new Taught(
        row.number("number"),
        lesson(row),
        words ? row.json(Mention.class, "words").text() : "",
        words ? row.json(Reading.class, "reading").language() : Language.UNKNOWN,
        row.flag("in_force"));
  }

  private static Lesson lesson(Columns row) throws SQLException {
    String topic = row.text("topic");
    String expert = row.text("expert");
    String named = row.text("named");
    return new Lesson(
        Lesson.Kind.valueOf(row.text("kind")),
        MentionId.parse(row.text("mention")),
        topic.isEmpty() ? null : new TopicId(topic),
        expert.isEmpty() ? null : new ExpertId(expert),
        named.isEmpty() ? null : new ExpertId(named),
        row.text("who"),
        row.text("reason"),
        row.text("cause"),
        row.numberOrNull("undoes"),
        row.moment("taught_at"));
  }
}
