package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import no.grenselos.chat.FrontDoor;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.chat.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /grenselos}. */
class SlackCommandTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
  }

  @AfterEach
  void closeHouse() {
    core.hold.countDown();
    house.close();
  }

  private void say(String words) {
    String channel = house.slack.channelId("general");
    house.slack.people().command("U0KARI", channel, "/grenselos", words);
  }

  private boolean shown(String words) throws Exception {
    return house.slack.await(
        slack -> slack.posts().stream().anyMatch(post -> post.message().toString().contains(words)),
        SOON);
  }

  @Test
  void answerIsForWhoeverSaidItOnly() throws Exception {
    say("topics");

    assertThat(shown("You said: topics")).isTrue();
    assertThat(house.messages(new no.grenselos.chat.Place.Channel("slack", "#general"))).isEmpty();
    assertThat(house.slack.troubles()).isEmpty();
  }

  @Test
  void slowAnswerComesLaterAndTheCommandIsTakenWithinASecond() throws Exception {
    core.hold = new CountDownLatch(1);

    say("why T-1");

    FrontDoor.Visit visit = house.front.orElseThrow().last();
    assertThat(visit.took()).isLessThan(Duration.ofSeconds(1));
    assertThat(visit.answer().status()).isEqualTo(200);
    assertThat(visit.answer().body().text()).doesNotContain("You said");
    core.hold.countDown();
    assertThat(shown("You said: why T-1")).isTrue();
    assertThat(house.slack.troubles()).isEmpty();
  }

  @Test
  void failedAnswerIsApologisedForInTheirLanguage() throws Exception {
    core.failures.set(1);

    say("topics");

    assertThat(shown("Det gikk ikke akkurat nå")).isTrue();
  }

  @Test
  void longAnswerSaysHowMuchIsLeftOut() throws Exception {
    Page.Block line =
        new Page.Block.Show(new Part.Line(List.of(new Span.Plain("Topic with somebody"))));
    core.page = new Page(Collections.nCopies(80, line));

    say("");

    assertThat(shown("… og 31 til som det ikke er plass til her")).isTrue();
    assertThat(house.slack.troubles()).isEmpty();
  }
}
