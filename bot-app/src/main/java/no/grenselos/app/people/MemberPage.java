package no.grenselos.app.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.grenselos.expert.Email;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Workload;
import no.grenselos.people.Member;
import no.grenselos.reading.TopicId;

/** One person in plain words for a terminal. */
public final class MemberPage {
  private final Times times;

  /**
   * @param zone in which times are shown
   */
  public MemberPage(ZoneId zone) {
    this.times = new Times(zone);
  }

  public List<String> of(Member member) {
    Expert expert = member.expert();
    List<String> lines = new ArrayList<>();
    String title = expert.title().isBlank() ? "" : ", " + PlanText.plain(expert.title());
    lines.add(expert.id() + ": " + PlanText.plain(expert.name()) + title);
    String handles =
        expert.handles().stream().map(Handle::toString).collect(Collectors.joining(", "));
    put(
        lines,
        "reached at",
        handles + member.email().map(Email::address).map(e -> ", " + e).orElse(""));
    put(lines, "teams", String.join(", ", member.teams()));
    put(lines, "topics", topics(expert.topics()));
    put(lines, "proposed", topics(member.topics().invited()));
    put(lines, "declined", topics(member.topics().declined()));
    put(lines, "muted", topics(member.topics().muted()));
    put(lines, "languages", String.join(", ", expert.languages().stream().sorted().toList()));
    put(lines, "goes as far as", expert.level().name().toLowerCase(Locale.ROOT));
    put(lines, "hours", hours(expert.hours()));
    put(lines, "there", there(member));
    member
        .when()
        .pausedUntil()
        .ifPresent(until -> put(lines, "paused", "until " + times.of(until)));
    member.when().leaves().forEach(leave -> put(lines, "on leave", times.of(leave)));
    calendar(member, lines);
    put(lines, "nudges", nudges(member));
    put(lines, "in 28 days", month(member.month()));
    return lines;
  }

  private static void put(List<String> lines, String what, String text) {
    if (!text.isEmpty()) lines.add("  %-15s %s".formatted(what, text));
  }

  private static String topics(Collection<TopicId> topics) {
    return topics.stream().map(TopicId::id).sorted().collect(Collectors.joining(", "));
  }

  private static String hours(Hours hours) {
    String days =
        hours.days().stream().sorted().map(MemberPage::day).collect(Collectors.joining(" "));
    return days + " " + hours.from() + " to " + hours.to() + ", " + hours.zone();
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private String there(Member member) {
    if (member.when().gone()) return "no; left the chat house";
    return member.when().now() ? "now" : "next at " + times.of(member.when().next());
  }

  private void calendar(Member member, List<String> lines) {
    String name = member.expert().manner().calendar();
    if (name == null) return;
    String how =
        member
            .calendar()
            .map(last ->
                (last.problem().isEmpty() ? "read " : "not read, " + last.problem() + ", ")
                    + times.of(last.at())
                    + ", again in "
                    + hours(Duration.between(last.at(), last.next())))
            .orElse("not read yet");
    put(lines, "calendar", name + ", " + how);
  }

  private static String hours(Duration time) {
    return time.toMinutes() % 60 == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
  }

  private static String nudges(Member member) {
    Expert expert = member.expert();
    return "%d of %d today, %d of %d in seven days%s"
        .formatted(
            member.load().today(),
            expert.cap().day(),
            member.load().week(),
            expert.cap().week(),
            member.full() ? "; not asked more now" : "");
  }

  private static String month(Workload month) {
    if (month.asked() == 0) return "not asked";
    return ("asked %d times: took %d, passed %d, later %d, silent %d, somebody else %d, open %d,"
            + " facts %d")
        .formatted(
            month.asked(),
            month.taken(),
            month.passed(),
            month.later(),
            month.unanswered(),
            month.overtaken(),
            month.open(),
            month.facts());
  }
}
