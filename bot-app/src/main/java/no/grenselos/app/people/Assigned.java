package no.grenselos.app.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.app.calendar.Ics;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Leave;
import no.grenselos.people.Member;

/**
 * Whose the times of a calendar are.
 *
 * @param leaves joined, by person
 * @param events how many the calendar has
 * @param nobodys times out of the office that belong to nobody here
 */
public record Assigned(Map<Expert, List<Leave>> leaves, int events, int nobodys) {
  public Assigned {
    leaves = new LinkedHashMap<>(leaves);
  }

  /**
   * @param file as its owner named it
   * @param whose empty for a calendar of several people, who are told by e-mail address
   * @throws ConfigException when it cannot be used, with the line
   */
  public static Assigned of(
      String ics, String file, List<Member> members, Optional<ExpertId> whose, Instant now) {
    List<Member> sought =
        members.stream()
            .filter(
                m -> whose.isEmpty() ? m.email().isPresent() : m.expert().id().equals(whose.get()))
            .toList();
    Map<ZoneId, Ics.Read.Aways> read = new LinkedHashMap<>();
    Map<Expert, List<Leave>> leaves = new LinkedHashMap<>();
    Set<Ics.Away> known = new LinkedHashSet<>();
    for (Member member : sought) {
      ZoneId zone = member.expert().hours().zone();
      Ics.Read.Aways aways = read.computeIfAbsent(zone, z -> aways(ics, file, z, now));
      List<Leave> own = new ArrayList<>();
      for (Ics.Away away : aways.all()) {
        if (whose.isEmpty() && !away.who().contains(member.email().orElseThrow())) continue;
        own.add(new Leave(Leave.Source.FILE, away.from(), away.until()));
        known.add(away);
      }
      if (whose.isPresent() || !own.isEmpty()) leaves.put(member.expert(), Leave.joined(own));
    }
    Ics.Read.Aways any =
        read.isEmpty() ? aways(ics, file, ZoneId.of("UTC"), now) : read.values().iterator().next();
    long nobodys = any.all().stream().filter(away -> !known.contains(away)).count();
    return new Assigned(leaves, any.events(), Math.toIntExact(nobodys));
  }

  private static Ics.Read.Aways aways(String ics, String file, ZoneId zone, Instant now) {
    return switch (Ics.read(ics, zone, now)) {
      case Ics.Read.Aways aways -> aways;
      case Ics.Read.Refused(int line, String reason) ->
          throw new ConfigException(List.of(new ConfigProblem(file, line, "", reason)));
    };
  }

  /** In plain words. */
  public String summary() {
    String of = events + " events, " + leaves.values().stream().mapToInt(List::size).sum();
    String rest = nobodys == 0 ? "" : "; " + nobodys + " more belong to nobody here";
    return of + " times away from now on" + rest + ".";
  }
}
