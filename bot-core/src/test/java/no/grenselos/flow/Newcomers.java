package no.grenselos.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Part;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;

/** People who have not been asked yet, and what they fill in. */
final class Newcomers {
  private Newcomers() {}

  /** Dina looks after the fallback channel, so she may propose people. */
  static RuleBook withDina(RuleBook book) {
    List<Team> teams = new ArrayList<>(book.teams());
    teams.removeIf(team -> team.id().equals("kommunikasjon"));
    teams.add(
        new Team(
            "kommunikasjon",
            "Kommunikasjon",
            "#kommunikasjon",
            Hours.usual(TimeLine.OSLO),
            Map.of(TimeLine.handle("dina"), "Dina Eik")));
    return new RuleBook(
        book.revision(),
        book.house(),
        book.routes(),
        book.silences(),
        book.topics(),
        book.experts(),
        teams);
  }

  /** The rule book proposes these to Mona, who speaks that language. */
  static RuleBook withMona(RuleBook book, String speaks, Level level, TopicId... proposed) {
    List<Expert> experts = new ArrayList<>(book.experts());
    experts.add(
        new Expert(
            new ExpertId("mona"),
            "Mona Rud",
            "",
            List.of(TimeLine.handle("mona")),
            Set.of(),
            Set.of("nb"),
            Hours.usual(TimeLine.OSLO),
            Cap.DEFAULT,
            Locale.of(speaks),
            new Manner(level, Set.of(proposed), false, null, Manner.USUAL.absence())));
    return book.with(experts);
  }

  /** Only that person is left. */
  static RuleBook only(RuleBook book, String who) {
    return book.with(
        book.experts().stream().filter(expert -> expert.id().id().equals(who)).toList());
  }

  static Map<String, String> yes(String topics) {
    return Map.of(
        "topics", topics,
        "languages", "nb,en",
        "days", "MONDAY,TUESDAY,WEDNESDAY",
        "from", "10:00",
        "to", "14:00",
        "week", "3",
        "level", "DRAFT");
  }

  static Map<String, String> proposing(String who, String topics) {
    return Map.of("person", TimeLine.handle(who).id(), "topics", topics);
  }

  /** The texts of the posts that a card shows. */
  static List<String> posts(Card card) {
    return card.parts().stream()
        .filter(Part.Post.class::isInstance)
        .map(part -> ((Part.Post) part).text())
        .toList();
  }

  static void invite(TimeLine line, String who, String topics) {
    Map<String, String> wrong = line.sends("dina", FormKind.INVITE, proposing(who, topics));
    if (!wrong.isEmpty()) throw new AssertionError(wrong);
  }
}
