package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.Delivered;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.stage.BadRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest extends SlackTest {
  private static final String CARD =
      quoted(
          "[{'type':'section','text':{'type':'mrkdwn','text':'Want to reply?'},'accessory':"
              + "{'type':'overflow','action_id':'more','options':[{'text':{'type':'plain_text',"
              + "'text':'Pass'},'value':'pass'}]}},{'type':'actions','block_id':'b1','elements':["
              + "{'type':'button','action_id':'claim','value':'T-1','text':"
              + "{'type':'plain_text','text':'Mine'}}]}]");

  private TestApp app;

  @BeforeEach
  void startApp() throws Exception {
    app = new TestApp();
    slack.deliverTo(app.address());
  }

  @AfterEach
  void stopApp() {
    app.close();
  }

  @Test
  void everyRequestIsSignedOverItsRawBody() throws Exception {
    String ts = postBlocks(GENERAL, CARD);
    slack.people().press(Press.button(ANA, GENERAL, ts, "claim"));

    TestApp.Heard heard = app.next();
    String timestamp = heard.header("X-Slack-Request-Timestamp");
    assertThat(Long.parseLong(timestamp)).isEqualTo(clock.instant().getEpochSecond());
    assertThat(heard.header("X-Slack-Signature")).isEqualTo(signature(timestamp, heard.body()));
  }

  @Test
  void signaturesCanBeBadOrOldOnDemand() throws Exception {
    slack.faults().badSignature();
    slack.people().openHome(ANA);
    TestApp.Heard bad = app.next();
    slack.faults().oldTimestamp();
    slack.people().openHome(ANA);
    TestApp.Heard old = app.next();

    assertThat(bad.header("X-Slack-Signature"))
        .isNotEqualTo(signature(bad.header("X-Slack-Request-Timestamp"), bad.body()));
    assertThat(Long.parseLong(old.header("X-Slack-Request-Timestamp")))
        .isEqualTo(clock.instant().getEpochSecond() - 600);
  }

  @Test
  void aPressTellsWhoPressedWhatWhere() throws Exception {
    String ts = postBlocks(ANA, CARD);
    assertThat(app.next().payload().at("/event/bot_id").asText()).isEqualTo("B0GRENSELOS");
    slack.people().press(Press.button(ANA, "D0ANA", ts, "claim"));

    JsonNode payload = app.next().payload();
    assertThat(payload.path("type").asText()).isEqualTo("block_actions");
    assertThat(payload.at("/actions/0/value").asText()).isEqualTo("T-1");
    assertThat(payload.at("/actions/0/block_id").asText()).isEqualTo("b1");
    assertThat(payload.at("/user/id").asText()).isEqualTo(ANA);
    assertThat(payload.at("/container/message_ts").asText()).isEqualTo(ts);
    assertThat(payload.at("/channel/name").asText()).isEqualTo("directmessage");
    assertThat(payload.at("/message/blocks")).hasSize(2);
    assertThat(payload.path("response_url").asText()).startsWith(playground.base().toString());
    assertThat(payload.path("trigger_id").asText()).isNotEmpty();
  }

  @Test
  void anOverflowSendsTheOptionThatWasChosen() throws Exception {
    String ts = postBlocks(GENERAL, CARD);
    slack.people().press(Press.button(ANA, GENERAL, ts, "more").choosing("pass"));

    assertThat(app.next().payload().at("/actions/0/selected_option/text/text").asText())
        .isEqualTo("Pass");
    assertThatThrownBy(
            () -> slack.people().press(Press.button(ANA, GENERAL, ts, "more").choosing("fly")))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void nobodyPressesWhatTheyCannotSee() throws Exception {
    String ts = postBlocks(ANA, CARD);

    assertThatThrownBy(() -> slack.people().press(Press.button(BEN, "D0ANA", ts, "claim")))
        .isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> slack.people().press(Press.button(ANA, "D0ANA", ts, "fire")))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void aPressThatFailsIsShownToThePersonAndNotRepeated() throws Exception {
    app.answer = heard -> new TestApp.Reply(500, "");
    String ts = postBlocks(GENERAL, CARD);

    AppAnswer answer = slack.people().press(Press.button(ANA, GENERAL, ts, "claim"));

    assertThat(answer).isInstanceOf(AppAnswer.NotTaken.class);
    assertThat(slack.troubles()).singleElement().asString().contains("block_actions", "500");
    assertThat(slack.deliveries()).hasSize(1);
  }

  @Test
  void anEventIsToldAgainUntilItIsTakenWithTheSameId() throws Exception {
    slack.retryEvents(List.of(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(10)));
    app.answer = heard -> new TestApp.Reply(app.all.size() < 3 ? 500 : 200, "");
    String ts = post(GENERAL, "x");
    slack.people().react(ANA, GENERAL, ts, "eyes");

    assertThat(slack.await(s -> s.deliveries().stream().anyMatch(Delivered::taken), SOON)).isTrue();
    assertThat(app.all)
        .extracting(heard -> heard.header("X-Slack-Retry-Num"))
        .containsExactly("", "1", "2");
    assertThat(app.all.get(1).header("X-Slack-Retry-Reason")).isEqualTo("http_error");
    assertThat(slack.deliveries())
        .extracting(Delivered::eventId)
        .doesNotContain("")
        .allMatch(slack.deliveries().getFirst().eventId()::equals);
    assertThat(app.all.getFirst().payload().at("/event/item/ts").asText()).isEqualTo(ts);
  }

  @Test
  void anAppThatIsSilentForThreeSecondsHearsOfATimeOut() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    slack.retryEvents(List.of(Duration.ZERO));
    app.answer =
        heard -> {
          if (app.all.size() == 1) {
            await(late);
          }
          return new TestApp.Reply(200, "");
        };
    slack.people().openHome(ANA);

    assertThat(slack.await(s -> s.deliveries().size() == 2, SOON)).isTrue();
    assertThat(slack.deliveries().getFirst().reason()).isEqualTo("http_timeout");
    assertThat(app.all.getLast().header("X-Slack-Retry-Reason")).isEqualTo("http_timeout");
    late.countDown();
  }

  @Test
  void anEventSurvivesTheAppBeingAway() throws Exception {
    slack.retryEvents(List.of(Duration.ZERO, Duration.ofMillis(200)));
    app.close();
    slack.people().openHome(ANA);
    assertThat(slack.await(s -> s.deliveries().size() == 2, SOON)).isTrue();
    try (TestApp restarted = new TestApp()) {
      slack.deliverTo(restarted.address());

      assertThat(restarted.next().header("X-Slack-Retry-Num")).isEqualTo("2");
      assertThat(slack.deliveries().getFirst().reason()).isEqualTo("connection_failed");
    }
  }

  @Test
  void anEventCanComeTwice() throws Exception {
    slack.faults().deliverTwice();
    slack.people().openHome(ANA);

    assertThat(app.next().payload().path("event_id"))
        .isEqualTo(app.next().payload().path("event_id"));
  }

  @Test
  void messagesAreEventsWhereTheAppSubscribedAndItsOwnAreToo() throws Exception {
    slack.people().say(ANA, "U0GRENSELOS", "hello <you> & me");
    JsonNode direct = app.next().payload().path("event");
    slack.people().say(ANA, GENERAL, "not for the app");
    slack.people().say(ANA, GENERAL, "@grenselos hi");
    JsonNode mention = app.next().payload().path("event");
    post(ANA, "from the app");
    JsonNode own = app.next().payload().path("event");

    assertThat(direct.path("channel_type").asText()).isEqualTo("im");
    assertThat(direct.path("text").asText()).isEqualTo("hello &lt;you&gt; &amp; me");
    assertThat(mention.path("type").asText()).isEqualTo("app_mention");
    assertThat(mention.path("text").asText()).isEqualTo("<@U0GRENSELOS> hi");
    assertThat(own.path("bot_id").asText()).isEqualTo("B0GRENSELOS");
  }

  @Test
  void aCommandIsAFormAndItsAnswerIsAWhisper() throws Exception {
    app.answer = heard -> new TestApp.Reply(200, "At your service");
    slack.people().command(ANA, GENERAL, "/grenselos", "help & more");

    assertThat(app.next().body())
        .contains("command=%2Fgrenselos", "text=help+%26+more", "user_id=U0ANA", "trigger_id=");
    assertThat(slack.posts())
        .singleElement()
        .satisfies(shown ->
            assertThat(shown.message().path("text").asText()).isEqualTo("At your service"));
  }

  @Test
  void aMessageShortcutCarriesTheMessage() throws Exception {
    String ts = slack.people().say(BEN, GENERAL, "who knows?");
    slack.people().shortcut(ANA, GENERAL, ts, "make_mention");

    JsonNode payload = app.next().payload();
    assertThat(payload.path("type").asText()).isEqualTo("message_action");
    assertThat(payload.path("callback_id").asText()).isEqualTo("make_mention");
    assertThat(payload.at("/message/text").asText()).isEqualTo("who knows?");
  }

  @Test
  void theAddressIsVerifiedByItsChallenge() throws Exception {
    app.answer = heard -> new TestApp.Reply(200, heard.payload().path("challenge").asText());
    boolean right = slack.verifyAddress();
    app.answer = heard -> new TestApp.Reply(200, "hello");

    assertThat(right).isTrue();
    assertThat(slack.verifyAddress()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String signature(String timestamp, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("playground-signing-secret".getBytes(StandardCharsets.UTF_8), "x"));
    byte[] hash = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
    return "v0=" + HexFormat.of().formatHex(hash);
  }
}
