package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.chat.TicketAction;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and Slack do to the adapter over HTTP. */
class SlackEventsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final PlacementId CARD = new PlacementId(12);

  private final ScriptedCore core = new ScriptedCore();
  private SlackHouse house;

  @BeforeEach
  void openHouse() throws Exception {
    house = SlackHouse.overHttp(core);
    house.slack.retryEvents(List.of(Duration.ZERO, Duration.ZERO));
  }

  @AfterEach
  void closeHouse() {
    core.hold.countDown();
    house.close();
  }

  private MessageRef posted(Press... presses) {
    return posted(house.channel(), presses);
  }

  private MessageRef posted(Place place, Press... presses) {
    List<Card.Button> buttons =
        List.of(presses).stream()
            .limit(3)
            .map(press -> (Card.Button) new Card.Button.Act(press, press.name(), false))
            .toList();
    List<Card.Choice> more =
        List.of(presses).stream()
            .skip(3)
            .map(press -> new Card.Choice(press, press.name()))
            .toList();
    Card card = new Card("Headline", List.of(), buttons, more, "Summary");
    Delivery delivery = house.chat().port().post(place, CARD, card);
    return ((Delivery.Delivered) delivery).ref();
  }

  private void react(MessageRef ref, String emoji) {
    house.slack.people().react("U0KARI", ref.channel(), ref.message(), emoji);
  }

  @Test
  void everyPressBecomesItsAction() {
    List<Press> plain =
        EnumSet.allOf(Press.class).stream().filter(press -> press.form().isEmpty()).toList();

    for (int from = 0; from < plain.size(); from += 13) {
      Press[] some = plain.subList(from, Math.min(from + 13, plain.size())).toArray(Press[]::new);
      // more in a row than Slack takes in one place
      Place place = from % 2 == 0 ? house.channel() : new Place.Direct(SlackHouse.KARI.handle());
      MessageRef ref = posted(place, some);
      for (Press press : some) house.press(SlackHouse.KARI, ref, press);
    }

    assertThat(core.events())
        .extracting(ChatEvent::action)
        .containsExactlyInAnyOrderElementsOf(
            plain.stream().map(press -> press.action().orElseThrow()).toList());
    assertThat(core.events()).extracting(ChatEvent::on).containsOnly(new ChatEvent.On.Card(CARD));
    assertThat(core.events()).extracting(ChatEvent::id).doesNotHaveDuplicates();
    assertThat(house.slack.troubles()).isEmpty();
  }

  @Test
  void pressOnALinkIsTakenAndMeansNothing() {
    var go = new Card.Button.Go("Open the post", URI.create("https://social.example/1"));
    Card card = new Card("Headline", List.of(), List.of(go), List.of(), "Summary");
    Delivery delivery = house.chat().port().post(house.channel(), CARD, card);
    MessageRef ref = ((Delivery.Delivered) delivery).ref();

    house
        .slack
        .people()
        .press(
            no.grenselos.playground.slack.people.Press.button(
                "U0KARI", ref.channel(), ref.message(), "link:0"));

    assertThat(house.front.orElseThrow().last().answer().status()).isEqualTo(200);
    assertThat(house.slack.troubles()).isEmpty();
    assertThat(core.events()).isEmpty();
  }

  @Test
  void emojiMeansThePressAndTakingItAwayTakesItBack() {
    MessageRef ref = posted(Press.CLAIM);

    for (String emoji : List.of("eyes", "x", "clock3", "white_check_mark", "tada")) {
      react(ref, emoji);
    }
    house.slack.people().unreact("U0KARI", ref.channel(), ref.message(), "eyes");

    core.awaitTellings(5, SOON);
    assertThat(core.events())
        .extracting(ChatEvent::action)
        .containsExactlyInAnyOrder(
            new TicketAction.Claim(),
            new TicketAction.Pass(null, ""),
            new TicketAction.Later(),
            new TicketAction.Answered(null),
            new TicketAction.TakeBack(Press.CLAIM));
    assertThat(core.events())
        .allSatisfy(event -> {
          assertThat(event.on()).isEqualTo(new ChatEvent.On.Message(ref));
          assertThat(event.who().handle()).isEqualTo(SlackHouse.KARI.handle());
        });
  }

  @Test
  void emojiOnOtherPeoplesMessagesMeansNothing() throws Exception {
    String ts = house.slack.people().say("U0KARI", "kundeservice", "Lunch?");
    String channel = house.slack.channelId("kundeservice");

    house.slack.people().react("U0KARI", channel, ts, "eyes");

    house.slack.await(
        s -> s.deliveries().stream().anyMatch(d -> d.about().equals("reaction_added")), SOON);
    assertThat(core.events()).isEmpty();
  }

  @Test
  void eventNobodyAskedForIsTakenSoThatItIsNotRepeated() throws Exception {
    house.slack.people().say("U0KARI", house.slack.seed().app().botUser(), "Hello?");

    assertThat(
            house.slack.await(
                s -> s.deliveries().stream().anyMatch(d -> d.about().equals("message")), SOON))
        .isTrue();
    assertThat(house.slack.deliveries()).allMatch(delivery -> delivery.status() == 200);
  }

  @Test
  void eventThatCouldNotBeStoredComesAgain() {
    MessageRef ref = posted(Press.CLAIM);
    core.failures.set(1);

    react(ref, "eyes");

    assertThat(core.awaitEvent(SOON).action()).isEqualTo(new TicketAction.Claim());
    assertThat(house.slack.deliveries())
        .anySatisfy(delivery -> assertThat(delivery.status()).isEqualTo(503));
  }

  @Test
  void pressThatCouldNotBeStoredIsApologisedForInTheirLanguage() throws Exception {
    MessageRef ref = posted(Press.CLAIM);
    core.failures.set(1);

    house.press(SlackHouse.KARI, ref, Press.CLAIM);

    assertThat(
            house.slack.await(
                s ->
                    s.posts().stream()
                        .anyMatch(p -> p.message().toString().contains("Prøv en gang til")),
                SOON))
        .isTrue();
    assertThat(house.messages(house.channel())).hasSize(1);
  }

  @Test
  void pressIsAnsweredWithinASecondHoweverLongTheCoreTakesAndNotTakenBeforeItIsKept()
      throws Exception {
    MessageRef ref = posted(Press.CLAIM, Press.PASS_TO);
    core.hold = new CountDownLatch(1);
    core.form = Optional.of(form());

    house.press(SlackHouse.KARI, ref, Press.PASS_TO);
    house.press(SlackHouse.KARI, ref, Press.CLAIM);

    assertThat(house.front.orElseThrow().visits())
        .allSatisfy(visit -> assertThat(visit.took()).isLessThan(Duration.ofSeconds(1)));
    assertThat(house.slack.deliveries().getLast().status()).isEqualTo(503);
    core.hold.countDown();
    assertThat(core.awaitEvent(SOON).action()).isEqualTo(new TicketAction.Claim());
    assertThat(house.slack.await(s -> !s.views("U0KARI").isEmpty(), SOON)).isTrue();
  }

  @Test
  void formIsOpenedShowsFaultsAtItsFieldsAndIsStoredWhenRight() throws Exception {
    MessageRef ref = posted(Press.PASS_TO);
    core.form = Optional.of(form());
    core.faults = Map.of("why", "Please say why.", "elsewhere", "And who.");

    house.press(SlackHouse.KARI, ref, Press.PASS_TO);
    assertThat(house.slack.await(s -> !s.views("U0KARI").isEmpty(), SOON)).isTrue();
    String view = house.slack.views("U0KARI").getLast().path("id").asText();
    ObjectNode values = Json.object();
    values.putObject("who").put("value", "U0BEN");
    values.putObject("why").put("value", "Ben built it");
    Map<String, String> shown = house.slack.people().submit("U0KARI", view, values);
    core.faults = Map.of();
    Map<String, String> shownThen = house.slack.people().submit("U0KARI", view, values);

    assertThat(shown).containsEntry("why", "Please say why.").containsEntry("who", "And who.");
    assertThat(shownThen).isEmpty();
    assertThat(house.slack.views("U0KARI")).isEmpty();
    assertThat(core.sent())
        .hasSize(2)
        .allSatisfy(sent -> {
          assertThat(sent.kind()).isEqualTo(FormKind.PASS_TO);
          assertThat(sent.on()).isEqualTo(new ChatEvent.On.Card(CARD));
          assertThat(sent.who().handle()).isEqualTo(SlackHouse.KARI.handle());
          assertThat(sent.values()).isEqualTo(Map.of("who", "U0BEN", "why", "Ben built it"));
        });
    assertThat(core.sent())
        .extracting(HeardEvents.Sent::eventId)
        .containsOnly(core.sent().get(0).eventId());
  }

  @Test
  void aPressThatStandsAloneIsToldWhenThereIsNothingToAsk() {
    MessageRef ref = posted(Press.MORE_LIKE_THIS);

    house.press(SlackHouse.KARI, ref, Press.MORE_LIKE_THIS);

    ChatEvent event = core.awaitEvent(SOON);
    assertThat(event.action()).isEqualTo(new TicketAction.MoreLikeThis(null));
    assertThat(event.on()).isEqualTo(new ChatEvent.On.Card(CARD));
    assertThat(house.slack.views("U0KARI")).isEmpty();
  }

  @Test
  void aPressThatStandsAloneIsTakenOnlyWhenItIsKept() {
    MessageRef ref = posted(Press.MORE_LIKE_THIS);
    core.failures.set(1);

    house.press(SlackHouse.KARI, ref, Press.MORE_LIKE_THIS);

    assertThat(house.slack.deliveries().getLast().status()).isEqualTo(503);
    assertThat(core.events()).isEmpty();
  }

  @Test
  void oneOfAFewIsChosenInAForm() throws Exception {
    MessageRef ref = posted(Press.LESS_LIKE_THIS);
    List<Form.Field.Option> options =
        List.of(new Form.Field.Option("heat", "Heat"), new Form.Field.Option("bills", "Bills"));
    core.form =
        Optional.of(
            new Form(
                FormKind.LESS_LIKE_THIS,
                new ChatEvent.On.Card(CARD),
                "Fewer like this",
                "Bring me fewer",
                "Never mind",
                List.of(new Form.Field.OneOf("topic", "For which?", options))));

    house.press(SlackHouse.KARI, ref, Press.LESS_LIKE_THIS);
    assertThat(house.slack.await(s -> !s.views("U0KARI").isEmpty(), SOON)).isTrue();
    String view = house.slack.views("U0KARI").getLast().path("id").asText();
    ObjectNode nothing = Json.object();
    ObjectNode values = Json.object();
    values.putObject("topic").put("value", "bills");

    assertThat(house.slack.people().submit("U0KARI", view, nothing)).containsKey("topic");
    assertThat(house.slack.people().submit("U0KARI", view, values)).isEmpty();
    assertThat(core.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.values()).isEqualTo(Map.of("topic", "bills")));
  }

  @Test
  void pressWhoseFormMakesNoSenseAnyMoreIsAnswered() throws Exception {
    MessageRef ref = posted(Press.HAND_OVER);

    house.press(SlackHouse.KARI, ref, Press.HAND_OVER);

    assertThat(
            house.slack.await(
                s ->
                    s.posts().stream()
                        .anyMatch(p -> p.message().toString().contains("allerede tatt seg")),
                SOON))
        .isTrue();
    assertThat(house.slack.views("U0KARI")).isEmpty();
  }

  @Test
  void addressIsVerifiedCommandIsAnsweredAndHomeIsShown() throws Exception {
    assertThat(house.slack.verifyAddress()).isTrue();

    house
        .slack
        .people()
        .command("U0BEN", house.slack.channelId("general"), "/grenselos", "what now");
    String answer = house.front.orElseThrow().last().answer().body().text();
    house.slack.people().openHome("U0KARI");

    assertThat(answer).contains("You said: what now");
    assertThat(house.slack.await(s -> s.home("U0KARI").toString().contains("At home"), SOON))
        .isTrue();
    assertThat(house.slack.refusals()).isEmpty();
  }

  @Test
  void replayedAndForgedCallsAreRefusedUnread() {
    house.slack.faults().oldTimestamp();
    house.slack.people().command("U0BEN", house.slack.channelId("general"), "/grenselos", "");
    assertThat(house.front.orElseThrow().last().answer().status()).isEqualTo(401);

    house.slack.faults().badSignature();
    house.slack.people().command("U0BEN", house.slack.channelId("general"), "/grenselos", "");
    assertThat(house.front.orElseThrow().last().answer().status()).isEqualTo(401);
    assertThat(house.front.orElseThrow().last().answer().body().bytes()).isEmpty();
  }

  @Test
  void signatureIsOverTheBytesAsTheyCame() throws Exception {
    String body =
        "command=%2fgrenselos&text=%7b%20*~%27!%7D&user_id=U0BEN&team_id=T1&channel_id=C1&x=~a%20b";

    assertThat(signed(body, body).statusCode()).isEqualTo(200);
    assertThat(signed(body, body.replace("%20", "+")).statusCode()).isEqualTo(401);
    assertThat(signed(body, body.replace("%2f", "%2F")).statusCode()).isEqualTo(401);
  }

  @Test
  void garbageIsRefusedAfterItsSignature() throws Exception {
    assertThat(signed("payload=%7Bnot-json", "payload=%7Bnot-json").statusCode()).isEqualTo(400);
    assertThat(house.send(new byte[] {1, 2, 3}, Map.of()).statusCode()).isEqualTo(401);
    assertThat(
            house
                .send(
                    "{".getBytes(StandardCharsets.UTF_8),
                    Map.of(
                        "X-Slack-Request-Timestamp",
                        "99999999999999",
                        "X-Slack-Signature",
                        "v0=é".replace('é', 'e')))
                .statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> signed(String signedBody, String sentBody) throws Exception {
    String timestamp = String.valueOf(house.clock.instant().getEpochSecond());
    String secret = house.slack.seed().app().secrets().signingSecret();
    String signature = new SlackSignature.Generator(secret).generate(timestamp, signedBody);
    return house.send(
        sentBody.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "X-Slack-Request-Timestamp", timestamp,
            "X-Slack-Signature", signature,
            "Content-Type", "application/x-www-form-urlencoded"));
  }

  private static Form form() {
    return new Form(
        FormKind.PASS_TO,
        new ChatEvent.On.Card(CARD),
        "Who knows it better?",
        "Pass it on",
        "Cancel",
        List.of(
            new Form.Field.Person("who", "Who", false),
            Form.Field.Text.line("why", "Why", "In a few words", 200).mayBeEmpty()));
  }
}
