package no.grenselos.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.MemoryTally.Answer;
import no.grenselos.store.MemoryTally.Row;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryStatistics(MemoryState state) implements Statistics {
  private MemoryTally tally() {
    return new MemoryTally(state.table("tally"));
  }

  private Stream<Row> rows() {
    return tally().rows().values().stream();
  }

  @Override
  public void came(MentionId post, Part part, Instant at) {
    tally().came(post, part, at);
  }

  @Override
  public void opened(Ticket ticket) {
    tally().opened(ticket);
  }

  @Override
  public void changed(Ticket ticket) {
    tally().changed(ticket);
  }

  @Override
  public void answered(TicketId ticket, String who, boolean comms, Instant at) {
    Answer answer = new Answer(who, comms, at, null);
    tally().on(ticket, row -> row.answer() == null ? row.answered(answer) : row);
  }

  @Override
  public void takeBack(TicketId ticket) {
    tally().on(ticket, row -> row.answered(null));
  }

  @Override
  public void told(TicketId ticket, Effect effect) {
    tally().on(ticket, row -> row.answer() == null ? row : row.answered(row.answer().with(effect)));
  }

  private static String key(Part part) {
    return Objects.toString(part.goal(), "") + "|" + Objects.toString(part.topic(), "");
  }

  @Override
  public List<Count> counts(Span time, Instant now) {
    Map<String, List<Row>> parts =
        rows()
            .filter(row -> time.has(row.came()))
            .collect(groupingBy(row -> key(row.part()), TreeMap::new, toList()));
    return parts.values().stream()
        .map(part -> new Count(part.getFirst().part(), sums(part, now)))
        .toList();
  }

  @Override
  public List<Sums> course(List<Span> times, Instant now) {
    return times.stream()
        .map(time -> sums(rows().filter(row -> time.has(row.came())).toList(), now))
        .toList();
  }

  private static Sums sums(List<Row> rows, Instant now) {
    return new Sums(
        rows.size(),
        rows.stream().filter(Row::worth).count(),
        rows.stream().filter(row -> row.answer() != null).count(),
        rows.stream().filter(row -> row.judged(now)).count(),
        rows.stream().filter(Row::kept).count());
  }

  @Override
  public List<Came> effects(Span time) {
    record Key(Part part, Effect effect) {}
    List<Came> effects = new ArrayList<>();
    rows()
        .filter(row -> time.has(row.came()))
        .flatMap(row ->
            Stream.ofNullable(row.answer())
                .flatMap(answer -> Stream.ofNullable(answer.effect()))
                .map(effect -> new Key(row.part(), effect)))
        .collect(groupingBy(key -> key, counting()))
        .forEach((key, times) -> effects.add(new Came(key.part(), key.effect(), times)));
    effects.sort(
        Comparator.comparing((Came came) -> key(came.part()))
            .thenComparing(c -> c.effect().name()));
    return effects;
  }

  @Override
  public List<Wait> waits(Span time) {
    record Key(Part part, long minutes) {}
    List<Wait> waits = new ArrayList<>();
    rows()
        .filter(row -> time.has(row.came()))
        .flatMap(row ->
            Stream.ofNullable(row.answer())
                .map(answer -> new Key(row.part(), minutes(row, answer))))
        .collect(groupingBy(key -> key, counting()))
        .forEach((key, times) -> waits.add(new Wait(key.part(), key.minutes(), times)));
    return waits;
  }

  private static long minutes(Row row, Answer answer) {
    return Math.max(0, Duration.between(row.came(), answer.at()).toMinutes());
  }

  @Override
  public List<Back> backs(Span time) {
    record Key(Part part, Thanks.Kind kind) {}
    MemoryThanks thanks = new MemoryThanks(state);
    List<Back> backs = new ArrayList<>();
    rows()
        .flatMap(row ->
            Stream.ofNullable(row.ticket())
                .flatMap(ticket -> thanks.backs(ticket).stream())
                .filter(back -> time.has(back.at()))
                .map(back -> new Key(row.part(), back.kind())))
        .collect(groupingBy(key -> key, counting()))
        .forEach((key, times) -> backs.add(new Back(key.part(), key.kind(), times)));
    backs.sort(
        Comparator.comparing((Back back) -> key(back.part())).thenComparing(b -> b.kind().name()));
    return backs;
  }

  @Override
  public List<Asked> asked(List<Span> times) {
    List<Asked> asked = new ArrayList<>();
    for (int nth = 0; nth < times.size(); nth++) {
      int time = nth;
      Stream<String> nudges =
          state.offers().values().stream()
              .filter(offer -> offer.end() != OfferEnd.AWAY)
              .filter(offer -> times.get(time).has(offer.madeAt()))
              .map(offer -> offer.expert().id());
      Stream<String> facts =
          new MemoryCare(state)
              .asked().values().stream()
                  .filter(row -> times.get(time).has(row.asked().at()))
                  .map(row -> row.asked().expert().id());
      Stream.concat(nudges, facts)
          .collect(groupingBy(expert -> expert, TreeMap::new, counting()))
          .forEach((expert, count) -> asked.add(new Asked(time, expert, count)));
    }
    return asked;
  }

  @Override
  public Map<OfferEnd, Long> offers(Span time) {
    return state.offers().values().stream()
        .filter(offer -> time.has(offer.madeAt()))
        .flatMap(offer -> Stream.ofNullable(offer.end()))
        .collect(groupingBy(end -> end, counting()));
  }

  @Override
  public List<Declined> declined(Span time) {
    record Key(Lesson.Kind kind, @Nullable TopicId topic) {}
    List<Declined> declined = new ArrayList<>();
    state.lessons().values().stream()
        .map(MemoryLessons.Row::lesson)
        .filter(lesson -> time.has(lesson.at()) && Declined.KINDS.contains(lesson.kind()))
        .collect(groupingBy(lesson -> new Key(lesson.kind(), lesson.topic()), counting()))
        .forEach((key, times) -> declined.add(new Declined(key.kind(), key.topic(), times)));
    declined.sort(
        Comparator.comparing((Declined d) -> d.kind().name())
            .thenComparing(d -> Objects.toString(d.topic(), "")));
    return declined;
  }

  @Override
  public Replies replies(Span time, Duration again, Instant now) {
    Map<String, List<Answer>> all =
        rows()
            .flatMap(row -> Stream.ofNullable(row.answer()))
            .sorted(Comparator.comparing(Answer::at))
            .collect(groupingBy(Answer::who));
    List<Answer> in =
        all.values().stream().flatMap(List::stream).filter(a -> time.has(a.at())).toList();
    List<String> people = in.stream().map(Answer::who).distinct().toList();
    List<Answer> began = people.stream().map(who -> first(all.get(who), time)).toList();
    List<Answer> stayed =
        began.stream().filter(first -> returned(all.get(first.who()), first, again)).toList();
    return new Replies(
        in.size(),
        in.size(),
        in.stream().filter(answer -> !answer.comms()).count(),
        people.size(),
        count(people.stream().filter(who -> !all.get(who).getFirst().at().isBefore(time.from()))),
        stayed.size(),
        count(
            began.stream()
                .filter(first -> !stayed.contains(first))
                .filter(first -> first.at().plus(again).isAfter(now))));
  }

  private static int count(Stream<?> all) {
    return Math.toIntExact(all.count());
  }

  private static Answer first(List<Answer> answers, Span time) {
    return answers.stream().filter(answer -> time.has(answer.at())).findFirst().orElseThrow();
  }

  private static boolean returned(List<Answer> answers, Answer first, Duration again) {
    return answers.stream()
        .anyMatch(answer ->
            answer.at().isAfter(first.at()) && !answer.at().isAfter(first.at().plus(again)));
  }
}
