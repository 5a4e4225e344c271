package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One company in Slack and Teams at once: the same posts, people and cards. */
class BothHousesTest {
  private static final Handle ANA_IN_TEAMS = new Handle("teams", "ana");
  private static final Handle IDA_IN_TEAMS = new Handle("teams", "ida");
  private static final Place CARE = new Place.Channel("teams", "#kundeservice");
  private static final Place ANA = new Place.Direct(ANA_IN_TEAMS);

  private final TimeLine line = new TimeLine().under(BothHousesTest::inBoth);
  private int events;

  @AfterEach
  void close() {
    line.close();
  }

  /** Ana prefers Teams, care's channel is there, Ida works in both. */
  private static RuleBook inBoth(RuleBook book) {
    List<Expert> experts = new ArrayList<>();
    for (Expert expert : book.experts()) {
      experts.add(expert.id().id().equals("ana") ? alsoIn(ANA_IN_TEAMS, expert) : expert);
    }
    List<Team> teams = new ArrayList<>();
    for (Team team : book.teams()) {
      teams.add(team.id().equals("kundeservice") ? inTeams(team) : team);
    }
    return new RuleBook(
        book.revision() + 1,
        book.house(),
        book.routes().stream().map(BothHousesTest::inTeams).toList(),
        book.silences(),
        book.topics(),
        experts,
        teams);
  }

  private static Expert alsoIn(Handle preferred, Expert e) {
    return new Expert(
        e.id(),
        e.name(),
        e.title(),
        List.of(preferred, e.handles().getFirst()),
        e.topics(),
        e.languages(),
        e.hours(),
        e.cap(),
        e.speaks(),
        e.manner());
  }

  private static Team inTeams(Team team) {
    SequencedMap<Handle, String> members = new LinkedHashMap<>();
    members.put(TimeLine.handle("ida"), "Ida Vik");
    members.put(IDA_IN_TEAMS, "Ida Vik");
    members.put(TimeLine.handle("jon"), "Jon Berg");
    return new Team(team.id(), team.name(), "teams:#kundeservice", team.hours(), members);
  }

  private static Route inTeams(Route route) {
    return "#kundeservice".equals(route.channel())
        ? CareRules.inChannel(route, "teams:#kundeservice")
        : route;
  }

  private void does(Handle who, ScriptedHouse.Shown on, ChatAction action) {
    ChatEvent.On card = new ChatEvent.On.Card(on.id());
    line.desk.happened(
        new ChatEvent("x" + ++events, new ChatUser(who, ""), card, action, line.now()));
    line.settle();
  }

  private ScriptedHouse.Shown care() {
    return line.teams.in(CARE).stream()
        .filter(shown -> !shown.card().headline().contains("venter"))
        .toList()
        .getLast();
  }

  @Test
  void whoIsInBothIsAskedInTheHouseTheyPreferAndNotInTheOther() {
    line.at("09:00").post("1", "varmepumpe?");

    assertThat(line.teams.in(ANA)).hasSize(1);
    assertThat(line.slack.in(TimeLine.with("ana"))).isEmpty();
    does(ANA_IN_TEAMS, line.teams.in(ANA).getLast(), new TicketAction.Claim());
    assertThat(line.ticket("1").state())
        .isInstanceOfSatisfying(
            TicketState.Claimed.class, claimed -> assertThat(claimed.by().id()).isEqualTo("ana"));
    assertThat(line.slack.in(TimeLine.with("ana"))).isEmpty();
  }

  @Test
  void whoThrowsTheBotOutOfOneHouseIsAskedInTheOther() {
    line.tells(new HouseChange.BotBlocked(ANA_IN_TEAMS));

    line.at("09:00").post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.teams.in(ANA)).isEmpty();
  }

  @Test
  void aNudgeThatOneHouseRefusesComesInTheOtherOnce() {
    line.teams.refuses(ANA, new Delivery.Refused("they blocked the bot", "leave them be"));

    line.at("09:00").post("1", "varmepumpe?");
    line.tells(new HouseChange.BotBlocked(ANA_IN_TEAMS));

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.teams.in(ANA)).isEmpty();
    assertThat(line.slack.in(TimeLine.with("ana"))).hasSize(1);
    line.does("ana", new TicketAction.Claim()).shows("ana", "It's yours. Thank you.");
  }

  @Test
  void whenTheHouseTellsOfTheBlockWhileItRefusesTheNudgeItComesInTheOtherOnce() {
    line.teams.refuses(ANA, new Delivery.Refused("they blocked the bot", "leave them be"));
    line.teams.meanwhile(ANA, () -> line.tells(new HouseChange.BotBlocked(ANA_IN_TEAMS)));

    line.at("09:00").post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.slack.in(TimeLine.with("ana"))).hasSize(1);
    line.does("ana", new TicketAction.Claim()).shows("ana", "It's yours. Thank you.");
  }

  @Test
  void aNudgeThatNoHouseTakesGoesToTheNext() {
    line.teams.refuses(ANA, new Delivery.Refused("they blocked the bot", "leave them be"));
    line.slack.refuses(TimeLine.with("ana"), new Delivery.Refused("gone", "ask who is here"));

    line.at("09:00").post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ben");
  }

  @Test
  void whoThrowsTheBotOutWhileTheyAreAskedIsAskedInTheOtherHouse() {
    line.at("09:00").post("1", "varmepumpe?");

    line.tells(new HouseChange.BotBlocked(ANA_IN_TEAMS));

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Offered.class);
  }

  @Test
  void oneClaimWinsAndShowsInBothHouses() {
    line.at("09:00").post("1", "elendig service");
    ScriptedHouse.Shown queue = care();

    does(TimeLine.handle("ida"), queue, new TicketAction.Claim());

    assertThat(care().card().headline()).contains("Ida Vik");
    does(TimeLine.handle("jon"), queue, new TicketAction.Claim());
    does(IDA_IN_TEAMS, queue, new TicketAction.Claim());
    assertThat(line.ticket("1").state())
        .isInstanceOfSatisfying(
            TicketState.Claimed.class,
            claimed -> assertThat(claimed.by().name()).isEqualTo("Ida Vik"));
    does(IDA_IN_TEAMS, queue, new TicketAction.Release());
    assertThat(line.ticket("1").state())
        .as("she is one person")
        .isInstanceOf(TicketState.Open.class);
  }

  @Test
  void whoHasThePostSeesOtherButtonsThanTheRest() {
    line.at("09:00").post("1", "elendig service");
    does(IDA_IN_TEAMS, care(), new TicketAction.Claim());

    assertThat(presses(IDA_IN_TEAMS)).contains(Press.REPLY, Press.RELEASE);
    assertThat(presses(new Handle("teams", "jon"))).doesNotContain(Press.REPLY, Press.RELEASE);
    assertThat(presses(new Handle("teams", "stranger"))).isEmpty();
  }

  @Test
  void nobodySeesTheCardInSomebodyElsesDirectMessages() {
    line.at("09:00").post("1", "varmepumpe?");
    ScriptedHouse.Shown nudge = line.teams.in(ANA).getLast();

    assertThat(line.desk.shown(nudge.id(), new ChatUser(ANA_IN_TEAMS, ""))).isPresent();
    assertThat(line.desk.shown(nudge.id(), new ChatUser(IDA_IN_TEAMS, ""))).isEmpty();
    assertThat(line.desk.shown(nudge.id(), new ChatUser(TimeLine.handle("ana"), ""))).isEmpty();
  }

  private List<Press> presses(Handle who) {
    Optional<Card> card = line.desk.shown(care().id(), new ChatUser(who, "x"));
    List<Press> presses = new ArrayList<>();
    for (Card.Button button : card.orElseThrow().buttons()) {
      if (button instanceof Card.Button.Act act) presses.add(act.press());
    }
    card.get().more().forEach(choice -> presses.add(choice.press()));
    return presses;
  }
}
