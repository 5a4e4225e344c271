package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  private void away(String who, Duration time) {
    line.slack.presence(TimeLine.handle(who), new Presence(null, line.now().plus(time)));
  }

  private void only(String who) {
    line.close();
    line = new TimeLine(book -> Newcomers.only(book, who));
  }

  @Test
  void whoeverIsNotToBeDisturbedIsNotAndTheNextIsAsked() {
    away("ana", Duration.ofHours(1));
    line.post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ben");
    TicketId id = line.ticket("1").id();
    OfferEnd end = line.store.read(books -> books.offers().of(id).getFirst().end());
    assertThat(end).isEqualTo(OfferEnd.AWAY);
  }

  @Test
  void whileTheHouseCannotSayWhoWantsQuietTheNudgeWaits() {
    line.slack.presence(TimeLine.handle("ana"), Presence.busy(Duration.ofSeconds(40)));
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).isEmpty();

    line.slack.presence(TimeLine.handle("ana"), Presence.UNKNOWN);
    line.at("09:01");

    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void offerThatWasNeverSeenDoesNotCount() {
    away("ana", Duration.ofMinutes(20));
    line.post("1", "varmepumpe?");

    assertThat(
            line.store
                .read(books ->
                    books.offers().load(new ExpertId("ana"), java.time.LocalDate.of(2026, 9, 15)))
                .today())
        .isZero();
    line.at("09:20").post("2", "varmepumpe!");
    assertThat(line.nudged()).containsExactly("ben", "ana");
  }

  @Test
  void postWaitsWhenEverybodyIsAwayAndNothingIsLost() {
    only("ana");
    away("ana", Duration.ofHours(2));
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).isEmpty();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);

    line.at("10:59");
    assertThat(line.nudged()).isEmpty();
    line.at("11:00");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void whoeverIsFarAwayIsAskedInTheirOwnMorning() {
    only("ana");
    line.slack.presence(TimeLine.handle("ana"), new Presence(ZoneId.of("America/New_York"), null));
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).isEmpty();

    line.at("13:59");
    assertThat(line.nudged()).isEmpty();
    line.at("14:00");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void zoneTheyChoseThemselvesCountsMore() {
    only("ana");
    line.sends(
        "ana",
        FormKind.MY_HOURS,
        Map.of("days", "TUESDAY", "from", "08:00", "to", "16:00", "zone", "Europe/Oslo"));
    line.slack.presence(TimeLine.handle("ana"), new Presence(ZoneId.of("Asia/Tokyo"), null));

    line.post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void whoeverPausesIsNotAskedUntilThenAndTheirNudgeGoesOn() {
    line.post("1", "varmepumpe?");
    line.presses("ana", Press.REST_TODAY, new ChatEvent.On.Nothing());

    assertThat(line.nudged()).containsExactly("ana", "ben");
    assertThat(line.home("ana").toString()).contains("You are left alone until", "REST_OVER");
    line.at("09:10").post("2", "varmepumpe!");
    assertThat(line.nudged()).containsExactly("ana", "ben", "siri");
    line.nextDay().at("09:00").post("3", "varmepumpe!!");
    assertThat(line.nudged()).filteredOn("ana"::equals).hasSizeGreaterThan(1);
  }

  @Test
  void pauseEndsWhenTheySaySo() {
    only("ana");
    assertThat(line.says("ana", "pause 3d").toString()).contains("I leave you alone until");
    line.post("1", "varmepumpe?");
    assertThat(line.nudged()).isEmpty();

    line.says("ana", "pause off");
    line.post("2", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void pauseSpeaksNorwegianToo() {
    only("ben");
    assertThat(line.says("ben", "pause til fredag").toString()).contains("du får være i fred til");
    assertThat(line.says("ben", "pause kanskje").toString()).contains("Si hvor lenge");

    line.post("1", "varmepumpe?").at("15:00");
    assertThat(line.nudged()).isEmpty();
    line.nextDay().nextDay().nextDay().at("08:00");
    assertThat(line.nudged()).containsExactly("ben");
  }

  @Test
  void handOverBetweenColleaguesDoesNotWait() {
    line.post("1", "varmepumpe?");
    away("ben", Duration.ofHours(2));
    line.does("ana", new TicketAction.Claim());
    line.does(
        "ana",
        new TicketAction.HandOver(new no.grenselos.chat.ChatUser(TimeLine.handle("ben"), "Ben")));

    line.shows("ben", "Den er din. Takk.");
  }
}
