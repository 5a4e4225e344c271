package no.grenselos.app.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.expert.Workload;
import no.grenselos.people.Member;

/** Several people as a table for a terminal. */
public final class MemberTable {
  private final Times times;

  /**
   * @param zone in which times are shown
   */
  public MemberTable(ZoneId zone) {
    this.times = new Times(zone);
  }

  public List<String> list(List<Member> members) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name", "topics", "asked", "refused", "there", "today", "week"));
    for (Member m : members) {
      rows.add(
          List.of(
              m.expert().id().id(),
              PlanText.plain(m.expert().name()),
              Integer.toString(m.expert().topics().size()),
              Integer.toString(m.topics().invited().size()),
              Integer.toString(m.topics().declined().size()),
              there(m),
              m.load().today() + "/" + m.expert().cap().day(),
              m.load().week() + "/" + m.expert().cap().week()));
    }
    return aligned(rows);
  }

  public List<String> load(List<Member> members) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "id", "today", "week", "28 days", "took", "passed", "silent", "other", "facts", ""));
    for (Member m : members) {
      Workload month = m.month();
      rows.add(
          List.of(
              m.expert().id().id(),
              m.load().today() + "/" + m.expert().cap().day(),
              m.load().week() + "/" + m.expert().cap().week(),
              Integer.toString(month.asked()),
              Integer.toString(month.taken()),
              Integer.toString(month.passed()),
              Integer.toString(month.unanswered()),
              Integer.toString(month.later() + month.overtaken() + month.open()),
              Integer.toString(month.facts()),
              m.full() ? "at their cap" : ""));
    }
    return aligned(rows);
  }

  private String there(Member member) {
    if (member.when().gone()) return "left the chat";
    return member.when().now() ? "now" : times.of(member.when().next());
  }

  private static List<String> aligned(List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
            .boxed()
            .toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - width(row.get(i))))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
