package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ticket in two chat houses, with the real adapters and the playground's Slack and Teams. */
class BothHousesTest {
  private static final Logger LOG = LoggerFactory.getLogger(BothHousesTest.class);
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir Path temp;

  private TwoHouses houses;

  @BeforeEach
  void open() throws Exception {
    houses = TwoHouses.open(temp);
  }

  @AfterEach
  void close() {
    houses.close();
  }

  @Test
  void whatIsClaimedInSlackIsSoonTakenInTeams() throws Exception {
    houses.post("I opened a ticket: my heat pump howls at dawn");
    Screen queued = houses.inChannel("teams", "at dawn");
    Screen nudge = houses.nudge("slack", TwoHouses.SOL, "at dawn");
    assertThat(queued.offers("CLAIM")).isTrue();

    long pressed = System.nanoTime();
    assertThat(nudge.press(TwoHouses.SOL, "CLAIM")).isTrue();
    Screen taken = becomes(queued, "at dawn", one -> !one.offers("CLAIM"));

    assertWithin(pressed, "claim in Slack shown in Teams");
    assertThat(taken.content().toString()).contains("Sol");
  }

  @Test
  void whatIsClaimedInTeamsIsSoonTakenInSlack() throws Exception {
    houses.post("I opened a ticket: my heat pump howls at dusk");
    Screen queued = houses.inChannel("teams", "at dusk");
    Screen nudge = houses.nudge("slack", TwoHouses.SOL, "at dusk");

    long pressed = System.nanoTime();
    assertThat(queued.press(TwoHouses.inTeams(TwoHouses.DESK), "CLAIM")).isTrue();
    Screen taken = becomes(nudge, "at dusk", one -> !one.offers("CLAIM"));

    assertWithin(pressed, "claim in Teams shown in Slack");
    assertThat(taken.content().toString()).contains("Dina Desk");
  }

  @Test
  void whoeverHasTwoIdsIsAskedInThePreferredHouseAlone() throws Exception {
    houses.post("How deep must an energy well be at home?");
    houses.post("Does a heat pump howl at home?");

    Screen tora = houses.nudge("teams", TwoHouses.inTeams(TwoHouses.TORA), "energy well");
    Screen sol = houses.nudge("slack", TwoHouses.SOL, "heat pump");
    assertThat(tora.press(tora.owner(), "CLAIM")).isTrue();
    assertThat(sol.press(sol.owner(), "CLAIM")).isTrue();
    Screen unused = becomes(tora, "energy well", one -> one.offers("RELEASE"));
    Screen alsoUnused = becomes(sol, "heat pump", one -> one.offers("RELEASE"));

    assertThat(houses.shown("at home")).hasSize(2);
  }

  @Test
  void whoeverBlocksTheBotInTeamsIsAskedInSlack() throws Exception {
    houses.world().teams().house().block(TwoHouses.inTeams(TwoHouses.TORA));

    houses.post("How deep must an energy well be in clay?");

    Screen nudge = houses.nudge("slack", TwoHouses.TORA, "in clay");
    assertThat(nudge.offers("CLAIM")).isTrue();
    assertThat(houses.shown("in clay")).hasSize(1);
  }

  @Test
  void afterARestartACardInTeamsIsStillOurs() throws Exception {
    houses.post("I opened a ticket: my heat pump howls all night");
    Screen queued = houses.inChannel("teams", "all night");
    Screen nudge = houses.nudge("slack", TwoHouses.SOL, "all night");

    houses.stop();
    var unused = houses.start();
    assertThat(nudge.press(TwoHouses.SOL, "CLAIM")).isTrue();
    Screen taken = becomes(queued, "all night", one -> !one.offers("CLAIM"));
    assertThat(taken.content().toString()).contains("Sol");

    // and the buttons of before are still known to be ours
    houses.post("I opened a ticket: my heat pump howls all day");
    Screen second = houses.inChannel("teams", "all day");
    houses.stop();
    var alsoUnused = houses.start();
    assertThat(second.press(TwoHouses.inTeams(TwoHouses.DESK), "CLAIM")).isTrue();
    Screen alsoTaken = becomes(second, "all day", one -> !one.offers("CLAIM"));
    assertThat(alsoTaken.content().toString()).contains("Dina Desk");
  }

  /** The newest version of the message, once it is so. */
  private Screen becomes(Screen message, String words, TwoHouses.Wanted wanted)
      throws InterruptedException {
    return houses.await(
        message.house(), words, one -> one.key().equals(message.key()) && wanted.is(one));
  }

  private static void assertWithin(long begin, String what) {
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    LOG.info("{} after={}ms", what, took.toMillis());
    assertThat(took).as(what).isLessThan(SOON);
  }
}
