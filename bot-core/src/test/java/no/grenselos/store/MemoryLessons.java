package no.grenselos.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import org.jspecify.annotations.Nullable;

record MemoryLessons(MemoryState state) implements Lessons {
  /**
   * @param revision of the mention when the lesson was given; null when it was never seen
   */
  record Row(long number, Lesson lesson, @Nullable String revision, boolean inForce) {
    Row over() {
      return new Row(number, lesson, revision, false);
    }

    Row withoutWords() {
      Lesson l = lesson;
      return new Row(
          number,
          new Lesson(
              l.kind(),
              l.mention(),
              l.topic(),
              l.expert(),
              l.named(),
              l.who(),
              "",
              l.cause(),
              l.undoes(),
              l.at()),
          revision,
          false);
    }
  }

  @Override
  public boolean add(Lesson lesson) {
    if (state.lessons().values().stream().anyMatch(row -> same(row.lesson(), lesson))) return false;
    long number = state.next("lesson");
    String revision =
        new MemoryMentionLog(state)
            .find(lesson.mention())
            .map(logged -> logged.mention().revision())
            .orElse(null);
    state.lessons().put(number, new Row(number, lesson, revision, true));
    return true;
  }

  private static boolean same(Lesson one, Lesson other) {
    return one.kind() == other.kind()
        && one.mention().equals(other.mention())
        && one.who().equals(other.who())
        && Objects.equals(one.topic(), other.topic())
        && one.cause().equals(other.cause());
  }

  @Override
  public boolean takeBack(long number, String who, Instant at) {
    Row row = state.lessons().get(number);
    if (row == null || !row.inForce() || !row.lesson().canBeTakenBack()) return false;
    state.lessons().put(number, row.over());
    return add(row.lesson().takenBack(number, who, at));
  }

  @Override
  public boolean forget(MentionId mention, String who, Instant at) {
    boolean any = on(mention).anyMatch(row -> row.lesson().canBeTakenBack());
    if (!any || !add(Lesson.forgotten(mention, who, at))) return false;
    state
        .lessons()
        .replaceAll((n, row) ->
            row.lesson().mention().equals(mention) && row.lesson().canBeTakenBack()
                ? row.withoutWords()
                : row);
    return true;
  }

  private Stream<Row> on(MentionId mention) {
    return state.lessons().values().stream().filter(row -> row.lesson().mention().equals(mention));
  }

  @Override
  public List<Taught> after(long number, int most) {
    return taught(state.lessons().values().stream().filter(row -> row.number() > number), most);
  }

  @Override
  public List<Taught> latest(int most) {
    return taught(List.copyOf(state.lessons().values()).reversed().stream(), most);
  }

  @Override
  public Optional<Taught> find(long number) {
    return Optional.ofNullable(state.lessons().get(number)).map(this::taught);
  }

  @Override
  public List<Taught> about(MentionId mention) {
    return taught(on(mention).filter(Row::inForce), Integer.MAX_VALUE);
  }

  @Override
  public List<Taught> newest(Lesson.Kind kind, int skip, int most) {
    return taught(
        List.copyOf(state.lessons().values()).reversed().stream()
            .filter(row -> row.inForce() && row.lesson().kind() == kind)
            .skip(skip),
        most);
  }

  @Override
  public Map<Lesson.Kind, Long> counts() {
    Map<Lesson.Kind, Long> counts = new EnumMap<>(Lesson.Kind.class);
    state.lessons().values().forEach(row -> counts.merge(row.lesson().kind(), 1L, Long::sum));
    return counts;
  }

  private List<Taught> taught(Stream<Row> rows, int most) {
    return rows.limit(most).map(this::taught).toList();
  }

  private Taught taught(Row row) {
    Optional<MentionLog.Logged> post =
        state.mentions().stream()
            .filter(logged -> logged.mention().id().equals(row.lesson().mention()))
            .filter(logged -> logged.mention().revision().equals(row.revision()))
            .filter(logged -> !logged.erased())
            .findFirst();
    return new Taught(
        row.number(),
        row.lesson(),
        post.map(logged -> logged.mention().text()).orElse(""),
        post.map(logged -> logged.reading().language()).orElse(Language.UNKNOWN),
        row.inForce());
  }
}
