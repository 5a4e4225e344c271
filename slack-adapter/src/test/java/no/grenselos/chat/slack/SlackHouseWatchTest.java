package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.HouseChange.ChannelId;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the workspace, as the core hears of it. */
class SlackHouseWatchTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final ChannelId CARE = new ChannelId("slack", "CKUNDESERVICE");
  private static final Handle BEN = new Handle("slack", "U0BEN");
  private static final Card CARD = new Card("Hei", List.of(), List.of(), List.of(), "Hei");

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
    house.slack.retryEvents(List.of(Duration.ZERO, Duration.ZERO));
    // the channels are learned behind the start; whoever has posted in one has learned it
    assertThat(house.chat().port().post(house.channel(), new PlacementId(9), CARD))
        .isInstanceOf(Delivery.Delivered.class);
  }

  @AfterEach
  void closeHouse() {
    house.close();
  }

  private HouseChange heard() {
    return (HouseChange) core.awaitEvent(SOON).action();
  }

  private List<HouseChange> heard(int tellings) {
    core.awaitTellings(tellings, SOON);
    return core.events().stream().map(ChatEvent::action).map(HouseChange.class::cast).toList();
  }

  @Test
  void archivedChannelIsToldWithItsName() {
    house.slack.housekeeping().archive("kundeservice", "U0KARI");

    assertThat(heard())
        .isEqualTo(new HouseChange.ChannelGone(CARE, "#kundeservice", HouseChange.Why.ARCHIVED));
    assertThat(core.events().getFirst().on()).isEqualTo(new ChatEvent.On.Nothing());
  }

  @Test
  void openedChannelIsToldAndCanBeWrittenInAgain() {
    house.slack.housekeeping().archive("kundeservice", "U0KARI");
    heard();
    house.slack.housekeeping().unarchive("kundeservice", "U0KARI");

    assertThat(heard(2)).contains(new HouseChange.ChannelBack(CARE, "#kundeservice"));
    assertThat(house.chat().port().post(house.channel(), new PlacementId(1), CARD))
        .isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void botRemovedFromAChannelIsToldInBothWaysSlackHas() {
    house.slack.housekeeping().remove("kundeservice", "U0GRENSELOS", "U0KARI");

    assertThat(heard(2))
        .containsOnly(new HouseChange.ChannelGone(CARE, "#kundeservice", HouseChange.Why.LEFT));
  }

  @Test
  void botInvitedAgainIsTold() {
    house.slack.housekeeping().remove("kundeservice", "U0GRENSELOS", "U0KARI");
    heard(2);
    house.slack.housekeeping().invite("kundeservice", "U0GRENSELOS", "U0KARI");

    assertThat(heard(3)).contains(new HouseChange.ChannelBack(CARE, "#kundeservice"));
  }

  @Test
  void otherPeopleComeAndGoUnheard() throws Exception {
    house.slack.housekeeping().remove("kundeservice", "U0KARI", "U0KARI");
    house.slack.housekeeping().invite("kundeservice", "U0KARI", "U0KARI");

    assertThat(
            house.slack.await(
                s ->
                    s.deliveries().stream()
                        .anyMatch(d -> d.about().equals("member_joined_channel")),
                SOON))
        .isTrue();
    assertThat(core.events()).isEmpty();
  }

  @Test
  void renamedChannelIsStillFoundByItsOldNameAlsoAfterAStart() {
    house.slack.housekeeping().rename("kundeservice", "kundehjelp");

    assertThat(heard())
        .isEqualTo(new HouseChange.ChannelRenamed(CARE, "#kundeservice", "#kundehjelp"));
    assertThat(house.chat().port().post(house.channel(), new PlacementId(1), CARD))
        .isInstanceOf(Delivery.Delivered.class);
    house.startAgain();
    assertThat(house.chat().port().post(house.channel(), new PlacementId(2), CARD))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(
            house
                .chat()
                .port()
                .post(new Place.Channel("slack", "#kundehjelp"), new PlacementId(3), CARD))
        .isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void personWhoLeavesAndComesBackIsTold() {
    house.slack.housekeeping().deactivate("U0BEN");
    assertThat(heard()).isEqualTo(new HouseChange.PersonGone(BEN));
    house.slack.housekeeping().reactivate("U0BEN");

    assertThat(heard(2)).contains(new HouseChange.PersonBack(BEN));
  }

  @Test
  void movedPersonIsAskedForTheirDayAnew() {
    assertThat(house.chat().port().presence(BEN).zone().getId()).isEqualTo("Europe/Oslo");

    house
        .slack
        .housekeeping()
        .change(SlackUser.of("U0BEN", "ben", "Ben Berg").tz("America/New_York"));

    awaitDelivered("user_change");
    assertThat(house.chat().port().presence(BEN).zone().getId()).isEqualTo("America/New_York");
    assertThat(core.events()).isEmpty();
  }

  @Test
  void quietIsKnownAtOnceAndAskedForOnce() {
    assertThat(house.chat().port().presence(BEN).awayUntil()).isNull();
    assertThat(house.chat().port().presence(BEN).awayUntil()).isNull();
    assertThat(house.slack.calls("dnd.teamInfo")).isEqualTo(1);
    assertThat(house.slack.calls("dnd.info")).isZero();

    house.slack.housekeeping().snooze("U0BEN", Duration.ofMinutes(30));

    awaitDelivered("dnd_updated_user");
    assertThat(house.chat().port().presence(BEN).awayUntil())
        .isEqualTo(house.now().plus(Duration.ofMinutes(30)));
    house.clock.forward(Duration.ofMinutes(31));
    assertThat(house.chat().port().presence(BEN).awayUntil()).isNull();
  }

  @Test
  void uninstalledAppIsToldAndItsMessagesWait() {
    house.slack.housekeeping().uninstall();

    assertThat(heard(2))
        .allSatisfy(change -> assertThat(change).isInstanceOf(HouseChange.Disconnected.class));
    assertThat(house.chat().port().post(house.channel(), new PlacementId(1), CARD))
        .isInstanceOfSatisfying(
            Delivery.RetryAfter.class,
            waits -> assertThat(waits.reason()).contains("SLACK_BOT_TOKEN"));
    house.slack.housekeeping().install();
    assertThat(house.chat().port().post(house.channel(), new PlacementId(1), CARD))
        .isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void changeThatCouldNotBeStoredComesAgain() {
    core.failures.set(1);

    house.slack.housekeeping().archive("kundeservice", "U0KARI");

    assertThat(heard()).isInstanceOf(HouseChange.ChannelGone.class);
    assertThat(house.slack.deliveries())
        .anySatisfy(delivery -> assertThat(delivery.status()).isEqualTo(503));
  }

  private void awaitDelivered(String about) {
    try {
      boolean there =
          house.slack.await(
              s -> s.deliveries().stream().anyMatch(d -> d.about().equals(about)), SOON);
      assertThat(there).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
