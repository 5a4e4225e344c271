package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.chat.Card;
import no.grenselos.chat.Chat;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.config.Finding;
import org.junit.jupiter.api.Test;

class SlackSocketTest {
  private static final Card CARD =
      new Card(
          "Headline",
          List.of(),
          List.of(new Card.Button.Act(Press.CLAIM, "I'll take it", true)),
          List.of(),
          "Summary");

  @Test
  void pressArrivesOverTheSocketAndIsAcknowledged() throws Exception {
    HeardEvents heard = new HeardEvents();
    try (SlackHouse house = SlackHouse.overSocket(heard)) {
      MessageRef ref = posted(house);

      house.press(SlackHouse.KARI, ref, Press.CLAIM);

      assertThat(heard.awaitEvent(SlackHouse.SOON).action()).isEqualTo(new TicketAction.Claim());
      assertThat(house.slack.troubles()).isEmpty();
    }
  }

  @Test
  void connectionThatSlackEndsIsOpenedAgain() throws Exception {
    HeardEvents heard = new HeardEvents();
    try (SlackHouse house = SlackHouse.overSocket(heard)) {
      MessageRef ref = posted(house);
      house.slack.weather().rateLimitNext("apps.connections.open", 1, Duration.ofSeconds(1));
      house.slack.refreshSockets();
      house.awaitSockets(0);

      house.awaitSockets(1);
      house.press(SlackHouse.KARI, ref, Press.CLAIM);

      assertThat(heard.awaitEvent(SlackHouse.SOON).action()).isEqualTo(new TicketAction.Claim());
    }
  }

  @Test
  void startDoesNotBlockOrFailWhereSlackIsDown() throws Exception {
    try (SlackHouse house = SlackHouse.overHttp(new HeardEvents())) {
      house.slack.weather().down(true);
      Chat late =
          SlackHouse.open(
              "socket",
              house.playground.slackApi(),
              SlackHouse.secrets(house.slack.seed().app().secrets()),
              new HeardEvents(),
              house.clock);
      long begin = System.nanoTime();
      late.start();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));

      house.slack.weather().down(false);

      house.awaitSockets(1);
      late.close();
    }
  }

  @Test
  void checkTriesTheAppToken() throws Exception {
    try (SlackHouse house = SlackHouse.overSocket(new HeardEvents())) {
      assertThat(house.chat().check(List.of()))
          .filteredOn(finding -> finding.what().equals("slack: app token"))
          .singleElement()
          .matches(Finding::fine);
    }
  }

  @Test
  void backOffGrowsToAMinuteAndNoFurther() {
    assertThat(SlackSocket.backOff(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(IntStream.range(8, 80).mapToObj(SlackSocket::backOff))
        .allMatch(rest -> rest.compareTo(Duration.ofSeconds(30)) >= 0)
        .allMatch(rest -> rest.compareTo(Duration.ofMinutes(1)) <= 0);
  }

  private static MessageRef posted(SlackHouse house) {
    Delivery delivery = house.chat().port().post(house.channel(), new PlacementId(12), CARD);
    return ((Delivery.Delivered) delivery).ref();
  }
}
