package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.HouseChange.ChannelId;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;
import no.grenselos.chat.TicketAction;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Closures;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People leave, channels close, the bot is thrown out. */
class HouseChangeTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  private TimeLine happens(HouseChange change) {
    return line.tells(change);
  }

  private TimeLine leaves(String who) {
    return happens(new HouseChange.PersonGone(TimeLine.handle(who)));
  }

  /** The channel as the scripted house names it. */
  private static ChannelId care() {
    return new ChannelId("slack", ScriptedHouse.channel(TimeLine.CARE));
  }

  private TimeLine careIsArchived() {
    return happens(new HouseChange.ChannelGone(care(), "#kundeservice", HouseChange.Why.ARCHIVED));
  }

  private List<String> noted() {
    return line.store.read(books -> books.audit().latest(50)).stream()
        .map(AuditLog.Entry::what)
        .toList();
  }

  private static String words(Card card) {
    StringBuilder words = new StringBuilder(card.headline());
    for (Part part : card.parts()) {
      if (!(part instanceof Part.Line spans)) continue;
      for (Span span : spans.spans()) {
        if (span instanceof Span.Plain plain) words.append(' ').append(plain.text());
      }
    }
    return words.toString();
  }

  @Test
  void whatSomebodyWhoLeftWasAskedIsAskedOfTheNext() {
    line.at("09:00").post("1", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ana");

    leaves("ana");

    assertThat(line.nudged()).containsExactly("ana", "ben");
    line.does("ben", new TicketAction.Claim()).shows("ben", "Den er din. Takk.");
  }

  @Test
  void whoBlocksTheBotSaysNoAndTheAdminHearsHowToUndoIt() {
    line.at("09:00").post("1", "varmepumpe?");

    happens(new HouseChange.BotBlocked(TimeLine.handle("ana")));

    assertThat(line.nudged()).containsExactly("ana", "ben");
    assertThat(words(line.card(TimeLine.FALLBACK)))
        .contains("Ana Moen vil ikke høre fra meg", "legge meg til igjen");
    happens(new HouseChange.PersonBack(TimeLine.handle("ana")));
    List<Closures.Closure> running = line.store.read(books -> books.closures().running());
    assertThat(running).isEmpty();
  }

  @Test
  void whatSomebodyWhoLeftHadIsFreeAndAskedOfTheNext() {
    line.at("09:00").post("1", "varmepumpe?").does("ana", new TicketAction.Claim());

    leaves("ana");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Offered.class);
    assertThat(line.nudged()).containsExactly("ana", "ben");
    assertThat(noted()).contains("ticket.released", "house.closed");
  }

  @Test
  void queuesCardOfACareColleagueWhoLeftIsFreeAgain() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.shows(TimeLine.CARE, "Ida Vik har tatt denne");

    leaves("ida");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void whoeverLeftIsNotAskedUntilTheyAreBack() {
    leaves("ana").at("09:00").post("1", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ben");

    happens(new HouseChange.PersonBack(TimeLine.handle("ana")));
    line.post("2", "varmepumpe igjen?");

    assertThat(line.nudged()).containsExactly("ben", "ana");
  }

  @Test
  void adminsAreToldOnceWhoLeftAndThatTheyAreBack() {
    leaves("ana");
    leaves("ana");

    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(1);
    assertThat(words(line.card(TimeLine.FALLBACK))).startsWith("Ana Moen er ikke i chatten lenger");
    happens(new HouseChange.PersonBack(TimeLine.handle("ana")));
    line.shows(TimeLine.FALLBACK, "Ana Moen er tilbake og kan spørres igjen");
  }

  @Test
  void namedAdminsAreToldInTheirOwnMessagesAlsoOfTheFallbackChannelsEnd() {
    line.under(HouseChangeTest::ranBySiri);
    happens(
        new HouseChange.ChannelGone(
            new ChannelId("slack", "C7"), "#kommunikasjon", HouseChange.Why.ARCHIVED));

    leaves("ana");

    assertThat(line.slack.in(TimeLine.with("siri")))
        .extracting(shown -> shown.card().headline())
        .containsExactly("#kommunikasjon ble arkivert", "Ana Moen er ikke i chatten lenger");
    assertThat(line.slack.in(TimeLine.FALLBACK)).isEmpty();
  }

  private static RuleBook ranBySiri(RuleBook b) {
    RuleBook.House h = b.house();
    RuleBook.House house =
        new RuleBook.House(
            h.company(),
            h.language(),
            h.zone(),
            h.accounts(),
            h.fallbackChannel(),
            h.offerFor(),
            h.daysOff(),
            Map.of(TimeLine.handle("siri"), "Siri"),
            h.storm());
    return new RuleBook(
        b.revision() + 1, house, b.routes(), b.silences(), b.topics(), b.experts(), b.teams());
  }

  @Test
  void whoeverAnswersNoPostsMayLeaveUnseen() {
    leaves("stranger");

    assertThat(line.slack.in(TimeLine.FALLBACK)).isEmpty();
  }

  @Test
  void cardsOfAClosedChannelGoToTheFallbackChannel() {
    line.at("09:00").post("1", "elendig service").post("2", "elendig igjen");
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));

    careIsArchived();

    List<ScriptedHouse.Shown> there = line.slack.in(TimeLine.FALLBACK);
    assertThat(there)
        .extracting(shown -> shown.card().headline())
        .containsExactlyInAnyOrder(
            "Noen på Mastodon er ikke fornøyd", "#kundeservice ble arkivert");
    line.does("jon", there.getFirst(), new TicketAction.Claim());
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
  }

  @Test
  void newCardsOfAClosedChannelGoThereTooUntilItIsOpen() {
    line.at("09:00").post("1", "elendig service");
    careIsArchived();
    line.post("2", "elendig igjen");
    int moved = line.slack.in(TimeLine.FALLBACK).size();

    happens(new HouseChange.ChannelBack(care(), "#kundeservice"));
    line.post("3", "elendig hele tiden");

    assertThat(moved).isEqualTo(3);
    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(moved);
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(2);
    assertThat(line.slack.in(TimeLine.FALLBACK))
        .anySatisfy(shown ->
            assertThat(shown.card().headline()).isEqualTo("Jeg kan skrive i #kundeservice igjen"));
  }

  @Test
  void toldTwiceOfOneHappeningNothingIsMovedTwice() {
    line.at("09:00").post("1", "elendig service");

    careIsArchived();
    careIsArchived();

    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(2);
  }

  @Test
  void channelThatIsNoneOfOursMayClose() {
    happens(
        new HouseChange.ChannelGone(
            new ChannelId("slack", "C9"), "#lunsj", HouseChange.Why.DELETED));

    assertThat(line.slack.all()).isEmpty();
    assertThat(noted()).isEmpty();
  }

  @Test
  void cardThatTheHouseRefusesGoesToTheFallbackChannelAlsoUntold() {
    line.at("09:00");
    line.slack.refuses(TimeLine.CARE, new Delivery.Gone("#kundeservice is archived"));

    line.post("1", "elendig service");

    line.shows(TimeLine.FALLBACK, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void renamedChannelIsToldToTheAdmins() {
    happens(new HouseChange.ChannelRenamed(care(), "#kundeservice", "#kundehjelp"));

    assertThat(words(line.card(TimeLine.FALLBACK)))
        .isEqualTo(
            "#kundeservice heter #kundehjelp nå Alt går som før: det gamle navnet fører fortsatt"
                + " dit. Skriv gjerne #kundehjelp i stedet for #kundeservice i reglene når du har"
                + " et minutt.");
    happens(new HouseChange.ChannelRenamed(care(), "#kundehjelp", "#kundeservice"));
    line.shows(TimeLine.FALLBACK, "#kundeservice heter det igjen");
  }

  @Test
  void whatIsToBeSaidWaitsWhileTheHouseIsClosed() {
    line.at("09:00");
    line.slack.answersWith(
        new Delivery.RetryAfter(Duration.ofMinutes(1), "Slack refused: token_revoked"));
    happens(new HouseChange.Disconnected("slack", "the app's token was revoked"));
    line.post("1", "varmepumpe?");
    assertThat(closedHouses()).hasSize(1);

    line.slack.well();
    line.pass(Duration.ofMinutes(2));

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(closedHouses()).isEmpty();
    assertThat(noted()).contains("house.closed", "house.open-again");
  }

  private List<Closures.Closure> closedHouses() {
    return line.store.read(books -> books.closures().running());
  }
}
