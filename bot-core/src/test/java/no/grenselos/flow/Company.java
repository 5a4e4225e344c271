package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.memory.Assistant;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Language;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Store;

/**
 * A company with somebody in every role. Ana is asked first; three posts alike are a storm; Ben has
 * said something about noise before, and there is an assistant.
 */
final class Company {
  /** What each person is, in the order of the documented table. */
  static final SequencedMap<String, String> PEOPLE = people();

  static final TopicId OUTAGES = new TopicId("outages");

  private Company() {}

  private static SequencedMap<String, String> people() {
    SequencedMap<String, String> people = new LinkedHashMap<>();
    people.put("stranger", "no role");
    people.put("tor", "expert, other topic");
    people.put("ben", "expert, same topic");
    people.put("ana", "the expert who is asked, or has it");
    people.put("ida", "the queue's team (has it, where somebody does)");
    people.put("per", "another team");
    people.put("rag", "team of the fallback channel");
    people.put("lene", "lead of the queue's team");
    people.put("adm", "admin");
    return people;
  }

  static TimeLine open() {
    return open(new MemoryStore());
  }

  /** The same, with everything kept there. */
  static TimeLine open(Store store) {
    TimeLine line =
        TimeLine.on(
            store,
            task -> new Assistant.Draft.Drafted("Gummiføtter.", task.sources()),
            book -> book(CareRules.whole().apply(book)));
    line.at("09:00");
    line.outside.has("1", line.mention("1", "", "varmepumpe?", MentionKind.POST, null));
    Kept.Draft said =
        new Kept.Draft(
            new Colleague("ben", "Ben Dahl"),
            List.of(TimeLine.HEAT_PUMPS),
            new Language("nb"),
            "Brummingen kommer av at varmepumpen står på veggen. Sett den på gummiføtter.",
            new Source(Source.Kind.LETTER, "", null, null, "letter"),
            Instant.parse("2026-03-04T09:00:00Z"));
    line.store.write(books -> books.memory().keep(said)).orElseThrow();
    return line;
  }

  private static RuleBook book(RuleBook book) {
    List<Topic> topics = new ArrayList<>(book.topics());
    topics.add(
        new Topic(
            OUTAGES,
            Map.of("nb", "Strømbrudd"),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    List<Expert> experts = new ArrayList<>(book.experts());
    experts.removeIf(expert -> expert.id().id().equals("siri"));
    experts.add(tor());
    List<Team> teams = new ArrayList<>(book.teams());
    teams.add(
        new Team(
            "butikk",
            "Butikk",
            "#butikk",
            Hours.usual(TimeLine.OSLO),
            Map.of(TimeLine.handle("per"), "Per Lie")));
    return new RuleBook(
        book.revision() + 1, house(book.house()), routes(book), List.of(), topics, experts, teams);
  }

  private static List<Route> routes(RuleBook book) {
    return CareRules.goals(Goal.SATISFACTION, Goal.SELL).apply(book).routes();
  }

  private static Expert tor() {
    return new Expert(
        new ExpertId("tor"),
        "Tor Nes",
        "",
        List.of(TimeLine.handle("tor")),
        Set.of(TimeLine.BILLS),
        Set.of(),
        Hours.usual(TimeLine.OSLO),
        new Cap(3, 8),
        Locale.of("nb"),
        Manner.of(Level.POST));
  }

  private static RuleBook.House house(RuleBook.House house) {
    return new RuleBook.House(
        house.company(),
        house.language(),
        house.zone(),
        house.accounts(),
        house.fallbackChannel(),
        house.offerFor(),
        DaysOff.NONE,
        Map.of(TimeLine.handle("adm"), "Adm Inistrator"),
        new RuleBook.Storm(3, Duration.ofMinutes(15), Duration.ofDays(1)));
  }
}
