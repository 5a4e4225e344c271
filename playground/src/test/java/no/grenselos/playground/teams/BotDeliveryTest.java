package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.delivery.BotAnswer;
import no.grenselos.playground.teams.delivery.Delivered;
import no.grenselos.playground.teams.people.Press;
import org.junit.jupiter.api.Test;

class BotDeliveryTest extends TeamsTest {
  @Test
  void aMessageSaysFromWhomWhereAndInWhichLanguage() throws Exception {
    String id = teams.people().say(BEN_ID, "", "help & more");
    JsonNode activity = next("message");

    assertThat(activity.path("id").asText()).isEqualTo(id);
    assertThat(activity.path("channelId").asText()).isEqualTo("msteams");
    assertThat(activity.path("text").asText()).isEqualTo("help & more");
    assertThat(activity.path("serviceUrl").asText()).isEqualTo(teams.serviceUrl().toString());
    assertThat(activity.path("timestamp").asText()).isEqualTo("2026-11-23T09:00:00.000Z");
    assertThat(activity.path("localTimestamp").asText()).isEqualTo("2026-11-23T10:00:00.000+01:00");
    assertThat(activity.at("/from/id").asText()).isEqualTo(BEN.teamsId());
    assertThat(activity.at("/from/aadObjectId").asText()).isEqualTo(BEN_ID);
    assertThat(activity.at("/recipient/id").asText()).isEqualTo(seed().app().botId());
    assertThat(activity.at("/conversation/conversationType").asText()).isEqualTo("personal");
    assertThat(activity.at("/conversation/tenantId").asText()).isEqualTo(seed().tenantId());
    assertThat(activity.at("/conversation/id").asText()).isEqualTo(teams.personal(BEN_ID));
    assertThat(activity.at("/entities/0/type").asText()).isEqualTo("clientInfo");
    assertThat(activity.at("/entities/0/country").asText()).isEqualTo("GB");
    assertThat(activity.path("locale").asText()).isEqualTo("en-GB");
    assertThat(activity.at("/channelData/tenant/id").asText()).isEqualTo(seed().tenantId());
    assertThat(activity.at("/attachments/0/content").asText()).contains("help &amp; more");
  }

  @Test
  void inAChannelTheBotHearsWhatNamesItAndInWhichThread() throws Exception {
    String root = teams.people().say(KARI_ID, "kundeservice", "nobody hears this");
    teams.people().reply(KARI_ID, "kundeservice", root, "@Grenselos queue for @Ana Aas");
    JsonNode activity = next("message");

    assertThat(activity.path("text").asText())
        .isEqualTo("<at>Grenselos</at> queue for <at>Ana Aas</at>");
    assertThat(activity.at("/entities/1/mentioned/id").asText()).isEqualTo(seed().app().botId());
    assertThat(activity.at("/entities/2/mentioned/id").asText()).isEqualTo(ANA.teamsId());
    assertThat(activity.at("/conversation/id").asText()).endsWith(";messageid=" + root);
    assertThat(activity.at("/conversation/isGroup").asBoolean()).isTrue();
    assertThat(activity.at("/channelData/team/name").asText()).isEqualTo("Fjordvarme");
    assertThat(activity.at("/channelData/channel/id").asText())
        .isEqualTo(teams.conversationId("kundeservice"));
    assertThat(bot.all).hasSize(1);
  }

  @Test
  void aMessageThatTheBotDoesNotTakeIsToldAgainWithTheSameId() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    bot.answer = heard -> new TestBot.Reply(calls.incrementAndGet() < 3 ? 500 : 200, "");
    String id = teams.people().say(ANA_ID, "", "again");

    assertThat(teams.await(play -> play.deliveries().size() == 3, SOON)).isTrue();
    assertThat(teams.deliveries()).extracting(Delivered::id).containsOnly(id);
    assertThat(teams.deliveries()).extracting(Delivered::status).containsExactly(500, 500, 200);
    assertThat(teams.deliveries()).extracting(Delivered::attempt).containsExactly(0, 1, 2);
  }

  @Test
  void aRefusalIsNotToldAgain() throws Exception {
    bot.answer = heard -> new TestBot.Reply(401, "");
    teams.people().say(ANA_ID, "", "once");
    assertThat(teams.await(play -> play.deliveries().size() == 1, SOON)).isTrue();
    bot.answer = heard -> new TestBot.Reply(200, "");
    teams.people().say(ANA_ID, "", "second");

    assertThat(teams.await(play -> play.deliveries().size() == 2, SOON)).isTrue();
    assertThat(teams.deliveries()).extracting(Delivered::attempt).containsOnly(0);
  }

  @Test
  void aBotThatIsTooSlowHearsItAgain() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    bot.answer =
        heard -> {
          if (calls.incrementAndGet() == 1) {
            awaitQuietly(asleep);
          }
          return new TestBot.Reply(200, "");
        };
    teams.patience(Duration.ofMillis(400));
    teams.people().say(ANA_ID, "", "slow");

    assertThat(teams.await(play -> play.deliveries().size() >= 2, SOON)).isTrue();
    asleep.countDown();
    assertThat(teams.deliveries().getFirst().reason()).isEqualTo("http_timeout");
  }

  @Test
  void aMessageCanComeTwice() throws Exception {
    teams.faults().deliverTwice();
    teams.people().say(ANA_ID, "", "twice");

    assertThat(next("message").path("id")).isEqualTo(next("message").path("id"));
  }

  @Test
  void anUnknownInvokeAndABrokenBodyReachTheBotSigned() throws Exception {
    bot.answer = heard -> new TestBot.Reply(501, "");
    BotAnswer unknown = teams.people().invoke(ANA_ID, "", "some/thing", Json.object());
    JsonNode invoke = next("invoke");
    teams.people().raw("{\"type\":");
    TestBot.Heard raw = bot.next();

    assertThat(unknown).isEqualTo(new BotAnswer.NotTaken("http_error", 501));
    assertThat(invoke.path("name").asText()).isEqualTo("some/thing");
    assertThat(raw.body()).isEqualTo("{\"type\":");
    assertThat(raw.authorization()).startsWith("Bearer ey");
    assertThat(teams.deliveries()).hasSize(2);
  }

  @Test
  void withoutABotNothingIsToldAndPeopleSeeIt() throws Exception {
    teams.deliverTo(URI.create("http://127.0.0.1:1/api/messages"));
    String id = sendCard(ANA, card("", "{'type':'Action.Execute','verb':'go','title':'Go'}"));
    teams.people().press(Press.on(ANA_ID, id, "go"));

    assertThat(teams.troubles()).singleElement().asString().contains("connection_failed");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
