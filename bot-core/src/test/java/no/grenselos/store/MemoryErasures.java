package no.grenselos.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketId;

record MemoryErasures(MemoryState state) implements Erasures {
  @Override
  public int change(TicketId ticket, Set<Writing> where, UnaryOperator<String> change) {
    int changed = 0;
    for (Writing one : where) changed += change(ticket, one, change);
    return changed;
  }

  private int change(TicketId ticket, Writing where, UnaryOperator<String> change) {
    MemoryCare care = new MemoryCare(state);
    return switch (where) {
      case ANSWER -> each(state.answers(), a -> a.ticket().equals(ticket), a -> answer(a, change));
      case NOTE ->
          each(care.notes(), n -> n.ticket().equals(ticket), n -> note(n, change))
              + each(care.facts(), f -> f.ticket().equals(ticket), f -> fact(f, change));
      case COMMENT ->
          each(
              state.<Long, Proposal>table("proposal"),
              p -> p.ticket().equals(ticket) && p.verdict() != null,
              p -> proposal(p, change));
      case AUDIT -> audit(ticket, change);
    };
  }

  private static <K, V> int each(Map<K, V> rows, Predicate<V> which, UnaryOperator<V> change) {
    int[] changed = new int[1];
    rows.replaceAll((key, value) -> {
      if (!which.test(value)) return value;
      V next = change.apply(value);
      if (!next.equals(value)) changed[0]++;
      return next;
    });
    return changed[0];
  }

  private static Answer answer(Answer a, UnaryOperator<String> change) {
    return new Answer(a.id(), a.ticket(), a.by(), change.apply(a.text()), a.writtenAt(), a.link());
  }

  private static CareBook.Note note(CareBook.Note n, UnaryOperator<String> change) {
    return new CareBook.Note(n.number(), n.ticket(), n.by(), change.apply(n.text()), n.at());
  }

  private static Facts.Fact fact(Facts.Fact f, UnaryOperator<String> change) {
    Facts.Answer answer = f.answer();
    Facts.Answer next =
        answer == null
            ? null
            : new Facts.Answer(answer.by(), change.apply(answer.text()), answer.at());
    String question = change.apply(f.question());
    return new Facts.Fact(
        f.number(), f.ticket(), f.topic(), f.by(), question, f.askedAt(), next, f.droppedAt());
  }

  private static Proposal proposal(Proposal p, UnaryOperator<String> change) {
    Proposal.Verdict v = p.verdict();
    String comment = change.apply(v.comment());
    return p.decided(new Proposal.Verdict(v.what(), v.by(), comment, v.out(), v.at()));
  }

  private int audit(TicketId ticket, UnaryOperator<String> change) {
    List<AuditLog.Entry> before = List.copyOf(state.audit());
    state
        .audit()
        .replaceAll(e ->
            ticket.equals(e.ticket())
                ? new AuditLog.Entry(
                    e.at(), e.who(), e.what(), e.ticket(), change.apply(e.detail()))
                : e);
    return (int)
        IntStream.range(0, before.size())
            .filter(i -> !before.get(i).equals(state.audit().get(i)))
            .count();
  }

  @Override
  public Changed changeElsewhere(List<String> marks, UnaryOperator<String> change) {
    return new Changed(
        files(marks, change),
        reworded(state.<Long, Inquiries.Inquiry>table("inquiry"), marks, change),
        reworded(state.<Long, RuleDrafts.Draft>table("rule_draft"), marks, change));
  }

  private boolean files(List<String> marks, UnaryOperator<String> change) {
    int newest = state.ruleBooks().size();
    RuleBooks.Source before = newest == 0 ? null : state.ruleBooks().getLast();
    state.ruleBooks().replaceAll(source -> marked(source, marks) ? files(source, change) : source);
    return newest > 0 && !state.ruleBooks().getLast().equals(before);
  }

  private static RuleBooks.Source files(RuleBooks.Source source, UnaryOperator<String> change) {
    return source.withExamples(change);
  }

  private static <V> List<Long> reworded(
      Map<Long, V> rows, List<String> marks, UnaryOperator<String> change) {
    List<Long> changed = new ArrayList<>();
    rows.replaceAll((number, row) -> {
      V next = marked(row, marks) ? new Rewording(change).of(row) : row;
      if (!next.equals(row)) changed.add(number);
      return next;
    });
    return changed;
  }

  private static boolean marked(Object row, List<String> marks) {
    String text = row.toString().toLowerCase(Locale.ROOT);
    return marks.stream().anyMatch(text::contains);
  }

  @Override
  public Page by(AuthorName author, long after, int rows) {
    List<MentionLog.Logged> all = state.mentions();
    long end = Math.min(all.size(), after + rows);
    List<MentionId> posts =
        all.subList((int) after, (int) end).stream()
            .filter(row -> !row.erased() && author.wrote(row.mention()))
            .map(row -> row.mention().id())
            .distinct()
            .toList();
    return new Page(posts, end, end == all.size());
  }

  @Override
  public List<Long> sweep(Leftover what, Instant before, int most) {
    return switch (what) {
      case AUDIT -> {
        List<AuditLog.Entry> old =
            state.audit().stream().filter(e -> e.at().isBefore(before)).limit(most).toList();
        old.forEach(state.audit()::remove);
        yield LongStream.rangeClosed(1, old.size()).boxed().toList();
      }
      case CONSIDERED ->
          remove(
              state.<Long, List<Considered.Round>>table("considered"),
              row -> row.getFirst().at().isBefore(before),
              most);
      case INQUIRY ->
          remove(
              state.<Long, Inquiries.Inquiry>table("inquiry"),
              row -> row.draft().at().isBefore(before),
              most);
      case RULE_DRAFT ->
          remove(
              state.<Long, RuleDrafts.Draft>table("rule_draft"),
              row -> row.event().at().isBefore(before),
              most);
    };
  }

  private static <V> List<Long> remove(Map<Long, V> rows, Predicate<V> old, int most) {
    List<Long> numbers =
        rows.entrySet().stream()
            .filter(row -> old.test(row.getValue()))
            .map(Map.Entry::getKey)
            .limit(most)
            .toList();
    numbers.forEach(rows::remove);
    return numbers;
  }
}
