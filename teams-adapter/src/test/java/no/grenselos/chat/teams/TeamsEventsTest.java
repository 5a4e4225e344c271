package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.ScriptedCore;
import no.grenselos.chat.Sighting;
import no.grenselos.chat.Span;
import no.grenselos.chat.TicketAction;
import no.grenselos.playground.teams.delivery.BotAnswer;
import no.grenselos.playground.teams.people.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do in Teams, and what the core hears and they see. */
class TeamsEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = TeamsTenant.SOON;

  private final ScriptedCore core = new ScriptedCore();
  private TeamsTenant house;

  @BeforeEach
  void open() throws Exception {
    house = TeamsTenant.open(core);
  }

  @AfterEach
  void close() {
    house.close();
    assertThat(house.teams.refusals()).isEmpty();
  }

  private static Card card(String headline, Card.Button... buttons) {
    return new Card(
        headline,
        List.of(new Part.Post("Per", URI.create("https://social.example/1"), "Is it loud?")),
        List.of(buttons),
        List.of(new Card.Choice(Press.WRONG_TOPIC, "Wrong topic")),
        headline);
  }

  private static Card nudge() {
    return card(
        "You know this topic",
        new Card.Button.Act(Press.CLAIM, "I'll take it", true),
        new Card.Button.Act(Press.REPLY, "Write the reply", false),
        new Card.Button.Act(Press.LATER, "Later", false));
  }

  private MessageRef inChannel() {
    return house.posted(house.channel(), 7, nudge());
  }

  private MessageRef toKari() {
    return house.posted(house.alone("kari"), 8, nudge());
  }

  private static Form form(Form.Field... fields) {
    return new Form(
        FormKind.REPLY,
        new ChatEvent.On.Card(new PlacementId(8)),
        "Your reply",
        "Send",
        "Cancel",
        List.of(fields));
  }

  private static Form.Field.Text words() {
    return Form.Field.Text.lines("text", "Your words", "", 500);
  }

  private static ObjectNode filled(String field, String text) {
    return JSON.createObjectNode().put("f." + field, text);
  }

  @Test
  void pressIsKeptWithWhoAndWhatAndAnsweredWithALine() {
    MessageRef ref = inChannel();

    Outcome outcome = house.press("ben", ref, Press.CLAIM);

    assertThat(outcome).isEqualTo(new Outcome.Note("Noted, thank you."));
    assertThat(core.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.action()).isEqualTo(new TicketAction.Claim());
          assertThat(event.who()).isEqualTo(house.user("ben"));
          assertThat(event.on()).isEqualTo(new ChatEvent.On.Card(new PlacementId(7)));
        });
  }

  @Test
  void lineOfTheMenuIsAPressToo() {
    house.press("kari", toKari(), Press.WRONG_TOPIC);

    assertThat(core.awaitEvent(SOON).action()).isEqualTo(new TicketAction.WrongTopic());
  }

  @Test
  void clientFromBeforeUniversalActionsPressesByItsFallback() {
    house.teams.people().oldClient(house.id("kari"), true);

    house.press("kari", toKari(), Press.CLAIM);

    assertThat(core.awaitEvent(SOON).action()).isEqualTo(new TicketAction.Claim());
  }

  @Test
  void pressThatCouldNotBeKeptIsToldToHaveFailed() {
    MessageRef ref = toKari();
    core.failures.set(1);

    assertThat(house.press("kari", ref, Press.CLAIM)).isInstanceOf(Outcome.Trouble.class);
    assertThat(core.events()).isEmpty();
  }

  @Test
  void eachReaderSeesTheirOwnCard() {
    MessageRef ref = inChannel();
    core.seen =
        who ->
            Optional.of(
                who.equals(house.user("ben"))
                    ? card("It's yours", new Card.Button.Act(Press.RELEASE, "Give back", false))
                    : card("Ben has it"));

    assertThat(house.card("ben", ref).path("refresh").path("userIds")).hasSize(3);
    house.teams.people().look(house.id("ben"), ref.message());
    house.teams.people().look(house.id("kari"), ref.message());

    assertThat(TeamsTenant.text(house.card("ben", ref))).contains("It's yours");
    assertThat(TeamsTenant.presses(house.card("ben", ref))).contains("RELEASE");
    assertThat(TeamsTenant.text(house.card("kari", ref))).contains("Ben has it");
    assertThat(TeamsTenant.presses(house.card("kari", ref))).doesNotContain("RELEASE");
  }

  @Test
  void firstLookIsByTheClockOfWhoLooks() {
    MessageRef ref = inChannel();
    core.seen = who -> Optional.of(due());

    house.teams.people().look(house.id("kari"), ref.message());

    assertThat(TeamsTenant.text(house.card("kari", ref))).contains("10:00");
  }

  @Test
  void editIsOneMessageAndTakesPersonalViewsBack() {
    MessageRef ref = inChannel();
    core.seen = who -> Optional.of(card("Only for " + who.name()));
    house.teams.people().look(house.id("ben"), ref.message());

    house.chat().port().update(ref, new PlacementId(7), card("Ana answered"));

    assertThat(TeamsTenant.text(house.card("ben", ref))).contains("Ana answered");
    assertThat(house.messages(house.channel())).hasSize(1);
  }

  @Test
  void channelsThatTeamsDidNotListAreAskedForAgain() throws Exception {
    try (TeamsTenant troubled = TeamsTenant.bare(core)) {
      troubled.teams.weather().refuseNext(2, 503);

      troubled.addToTeam();

      assertThat(troubled.teams.calls("team")).isGreaterThan(2);
    }
  }

  @Test
  void dialogIsFilledInAndSent() {
    core.form = Optional.of(form(words()));

    house.press("kari", toKari(), Press.REPLY);
    assertThat(house.teams.dialog(house.id("kari"))).isPresent();
    Outcome sent = house.teams.people().submit(house.id("kari"), filled("text", "Not at all."));

    assertThat(sent).isEqualTo(new Outcome.Done());
    assertThat(house.teams.dialog(house.id("kari"))).isEmpty();
    assertThat(core.sent())
        .singleElement()
        .satisfies(form -> {
          assertThat(form.kind()).isEqualTo(FormKind.REPLY);
          assertThat(form.values()).isEqualTo(Map.of("text", "Not at all."));
          assertThat(form.who()).isEqualTo(house.user("kari"));
        });
  }

  @Test
  void faultsStandInTheDialogWithWhatWasWritten() {
    core.form = Optional.of(form(words()));
    core.changed = values -> Optional.of(form(words().with(values.getOrDefault("text", ""))));
    core.faults = Map.of("text", "That is 600 characters, the network takes 500.");
    house.press("kari", toKari(), Press.REPLY);

    house.teams.people().submit(house.id("kari"), filled("text", "Much too long"));

    JsonNode again = house.teams.dialog(house.id("kari")).orElseThrow().card();
    assertThat(TeamsTenant.text(again)).contains("That is 600 characters");
    assertThat(again.toString()).contains("Much too long");
  }

  @Test
  void dialogForWhatIsOverSaysSo() {
    core.form = Optional.empty();

    Outcome outcome = house.press("kari", toKari(), Press.REPLY);

    assertThat(outcome).isInstanceOf(Outcome.Note.class);
    assertThat(house.teams.dialog(house.id("kari"))).isEmpty();
  }

  @Test
  void formThatTeamsRepeatsHasTheSameId() {
    core.form = Optional.of(form(words()));
    house.press("kari", toKari(), Press.REPLY);
    house.teams.people().submit(house.id("kari"), filled("text", "Once"));

    byte[] body = house.front().last().call().body().bytes();
    house.chat().webhook().orElseThrow().receive(house.front().last().call());

    assertThat(body).isNotEmpty();
    assertThat(core.sent()).hasSize(2);
    assertThat(core.sent().get(0).eventId()).isEqualTo(core.sent().get(1).eventId());
  }

  @Test
  void reactionIsThePressAndTakingItAwayTakesItBack() {
    MessageRef ref = inChannel();

    house.teams.people().react(house.id("ana"), ref.message(), "heart");
    house.teams.people().react(house.id("ana"), ref.message(), "like");
    assertThat(core.awaitTellings(1, SOON)).isEqualTo(1);
    house.teams.people().unreact(house.id("ana"), ref.message(), "like");

    assertThat(core.awaitTellings(2, SOON)).isEqualTo(2);
    assertThat(core.events())
        .extracting(ChatEvent::action)
        .containsExactly(new TicketAction.Claim(), new TicketAction.TakeBack(Press.CLAIM));
    assertThat(core.events())
        .allSatisfy(event -> assertThat(event.on()).isEqualTo(new ChatEvent.On.Message(ref)));
  }

  @Test
  void messageIsHandedToAnExpert() {
    core.form = Optional.of(form(words()));
    String message =
        house.teams.people().say(house.id("ben"), "kundeservice", "How loud is the pump?");

    house.teams.people().extension(house.id("kari"), message, "askExpert");

    assertThat(core.opened)
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.kind()).isEqualTo(FormKind.ASK);
          assertThat(asked.values())
              .containsEntry("text", "How loud is the pump?")
              .containsEntry("author", "Ben Berg")
              .containsKey("message");
        });
    house.teams.people().submit(house.id("kari"), filled("text", "How loud?"));
    assertThat(core.sent()).hasSize(1);
  }

  @Test
  void sharedLinkShowsWhatIsKnownOfIt() {
    core.card = Optional.of(card("Ana has this one"));

    house.teams.people().paste(house.id("kari"), "kundeservice", "https://social.example/1");

    assertThat(core.shared).containsExactly(URI.create("https://social.example/1"));
    assertThat(house.messages(house.channel()).toString()).contains("Ana has this one");
  }

  @Test
  void whatIsSaidAloneIsAnsweredThere() throws Exception {
    house.teams.people().say(house.id("kari"), "", "queue mine");

    assertThat(answered("kari", "You said: queue mine")).isTrue();
  }

  @Test
  void whatIsSaidBeforeOthersIsAnsweredAloneWithAHint() throws Exception {
    house.teams.people().say(house.id("kari"), "kundeservice", "@Grenselos queue");

    assertThat(answered("kari", "You said: queue")).isTrue();
    assertThat(
            house.teams.await(
                play -> play.messages("kundeservice").toString().contains("egen chat"), SOON))
        .isTrue();
    assertThat(house.teams.messages("kundeservice").toString()).doesNotContain("You said");
  }

  @Test
  void homeIsShownOnceAndThenEditedInPlace() throws Exception {
    house.teams.people().say(house.id("kari"), "", "hjem");
    assertThat(answered("kari", "At home")).isTrue();
    house.awaitNote("home:" + house.id("kari"));

    Page later = Page.of("Three nudges this week");
    Delivery delivery = house.chat().port().home(house.user("kari").handle(), later);

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(TeamsTenant.text(cardOf("kari"))).contains("Three nudges");
    assertThat(
            house.teams.messages(house.id("kari")).stream()
                .filter(message -> message.path("attachments").size() > 0))
        .hasSize(1);
  }

  @Test
  void whoNeverAskedForTheirHomeIsNotDisturbedByIt() {
    Delivery delivery =
        house.chat().port().home(house.user("ana").handle(), Page.of("Nothing new"));

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.messages(house.alone("ana"))).isEmpty();
  }

  @Test
  void whoNeverWroteIsWrittenToAndStillKnownAfterARestart() throws Exception {
    toKari();
    long created = house.teams.calls("create");

    house.startAgain();
    house.posted(house.alone("kari"), 9, nudge());

    assertThat(created).isEqualTo(1);
    assertThat(house.teams.calls("create")).isEqualTo(1);
    assertThat(house.messages(house.alone("kari"))).hasSize(2);
  }

  @Test
  void cardThatWasSentTwiceIsOneAgainAfterAPress() throws Exception {
    house.posted(house.alone("ben"), 20, nudge());
    house.teams.weather().loseAnswers(1);
    Delivery unsure = house.chat().port().post(house.alone("ben"), new PlacementId(21), nudge());
    assertThat(unsure).isInstanceOf(Delivery.Unsure.class);
    assertThat(house.chat().port().find(house.alone("ben"), new PlacementId(21), house.now()))
        .isEqualTo(new Sighting.NotThere());
    MessageRef second = house.posted(house.alone("ben"), 21, nudge());
    String first = house.messages(house.alone("ben")).get(1).path("id").asText();

    house.press("ben", TeamsCall.ref(second.channel(), first), Press.CLAIM);

    assertThat(core.awaitEvent(SOON).on()).isEqualTo(new ChatEvent.On.Card(new PlacementId(21)));
    assertThat(house.teams.await(play -> play.messages(house.id("ben")).size() == 2, SOON))
        .isTrue();
    assertThat(house.messages(house.alone("ben")).getLast().path("id").asText())
        .isEqualTo(second.message());
  }

  @Test
  void groupChatIsAPlaceToo() throws Exception {
    house.teams.house().installIn("Vakt", house.id("ana"));
    house.awaitNote("channel:" + house.teams.conversationId("Vakt"));

    MessageRef ref = house.posted(new Place.Channel("teams", "#Vakt"), 30, nudge());
    house.press("kari", ref, Press.CLAIM);

    assertThat(core.awaitEvent(SOON).who()).isEqualTo(house.user("kari"));
  }

  @Test
  void whoBlockedTheBotSaidNo() {
    toKari();
    house.teams.house().block(house.id("kari"));

    Delivery delivery = house.chat().port().post(house.alone("kari"), new PlacementId(9), nudge());

    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(core.awaitEvent(SOON).action())
        .isEqualTo(new HouseChange.BotBlocked(house.user("kari").handle()));
    forgiven();
  }

  @Test
  void whoThrowsTheBotOutSaidNoAndWhoLetsItInIsIntroduced() throws Exception {
    house.teams.house().uninstall(house.id("ben"));
    assertThat(core.awaitTellings(1, SOON)).isEqualTo(1);
    house.teams.house().install(house.id("ben"));

    assertThat(answered("ben", "At home")).isTrue();
    assertThat(core.awaitTellings(2, SOON)).isEqualTo(2);
    assertThat(core.events())
        .extracting(ChatEvent::action)
        .containsExactly(
            new HouseChange.BotBlocked(house.user("ben").handle()),
            new HouseChange.PersonBack(house.user("ben").handle()));
  }

  @Test
  void channelsComeAreRenamedAndGo() throws Exception {
    String made = house.teams.house().createChannel(TeamsTenant.TEAM, "presse", house.id("ana"));
    house.awaitNote("channel:" + made);
    house.posted(new Place.Channel("teams", "#Fjordvarme/presse"), 11, nudge());

    house.teams.house().renameChannel(made, "media", house.id("ana"));
    assertThat(core.awaitTellings(1, SOON)).isEqualTo(1);
    house.teams.house().deleteChannel(made, house.id("ana"));
    assertThat(core.awaitTellings(2, SOON)).isEqualTo(2);

    var channel = new HouseChange.ChannelId("teams", made);
    assertThat(core.events())
        .extracting(ChatEvent::action)
        .containsExactly(
            new HouseChange.ChannelRenamed(channel, "#presse", "#media"),
            new HouseChange.ChannelGone(channel, "#media", HouseChange.Why.DELETED));
  }

  @Test
  void buttonOfSomebodyElsesCardIsNotTakenElsewhere() {
    JsonNode data = TeamsTenant.actions(house.card("kari", toKari())).getFirst().path("data");
    ObjectNode value = JSON.createObjectNode();
    value.putObject("action").put("type", "Action.Execute").put("verb", "press").set("data", data);

    BotAnswer answer =
        house.teams.people().invoke(house.id("ben"), "", "adaptiveCard/action", value);

    assertThat(status(answer)).isEqualTo(200);
    assertThat(answer.toString()).contains("nothing I can do");
    assertThat(core.events()).isEmpty();
  }

  @Test
  void buttonThatWasTamperedWithDoesNothing() {
    ObjectNode data = claimData().deepCopy();
    ObjectNode other = data.deepCopy().put("on", "C-9999");
    ObjectNode dialog = JSON.createObjectNode();
    dialog.set("data", data.deepCopy().put("form", "REPLY"));

    house.teams.people().invoke(house.id("kari"), "", "adaptiveCard/action", claim(other));
    house.teams.people().invoke(house.id("kari"), "", "task/submit", dialog);

    assertThat(core.events()).isEmpty();
    assertThat(core.sent()).isEmpty();
    house.teams.people().invoke(house.id("kari"), "", "adaptiveCard/action", claim(data));
    assertThat(core.events()).as("as it was written").hasSize(1);
  }

  private ObjectNode claimData() {
    return (ObjectNode)
        TeamsTenant.actions(house.card("kari", toKari())).stream()
            .map(action -> action.path("data"))
            .filter(data -> data.path("press").asText().equals("CLAIM"))
            .findFirst()
            .orElseThrow();
  }

  private static ObjectNode claim(JsonNode data) {
    ObjectNode value = JSON.createObjectNode();
    value.putObject("action").put("type", "Action.Execute").put("verb", "press").set("data", data);
    return value;
  }

  @Test
  void forgedSkillTokenRunsNothingAndGetsNoTokenOfOurs() throws Exception {
    List<String> attacked = new CopyOnWriteArrayList<>();
    HttpServer attacker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    attacker.createContext(
        "/",
        exchange -> {
          attacked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    attacker.start();
    URI lair = URI.create("http://127.0.0.1:" + attacker.getAddress().getPort() + "/");
    try {
      house.teams.faults().skillFrom(lair);
      int forged = heard(() -> house.teams.people().say(house.id("ana"), "", "queue"));
      house.teams.faults().serviceAt(lair);
      int elsewhere = heard(() -> house.teams.people().say(house.id("ana"), "", "queue"));

      assertThat(List.of(forged, elsewhere)).containsOnly(401);
      assertThat(house.front().last().answer().body().bytes()).isEmpty();
      assertThat(core.events()).isEmpty();
      assertThat(attacked).isEmpty();
      assertThat(house.memory.recall("person:" + house.id("ana"))).isEmpty();
    } finally {
      attacker.stop(0);
    }
  }

  /** What the next call from Teams is answered. */
  private int heard(Runnable deed) throws InterruptedException {
    int before = house.front().visits().size();
    deed.run();
    assertThat(house.teams.await(play -> house.front().visits().size() > before, SOON)).isTrue();
    return house.front().visits().get(before).answer().status();
  }

  @Test
  void invokeThatNobodyKnowsIs501AndOneWithoutAnythingIs400() {
    ObjectNode nothing = JSON.createObjectNode();

    assertThat(invoked("tab/fetch", nothing)).isEqualTo(501);
    assertThat(invoked("adaptiveCard/action", nothing)).isEqualTo(400);
    assertThat(invoked("task/fetch", nothing)).isEqualTo(400);
  }

  @Test
  void bodyThatIsNoActivityChangesNothing() {
    assertThat(status(house.teams.people().raw("[]"))).isEqualTo(401);
    assertThat(status(house.teams.people().raw("{\"type\":\"message\"}"))).isEqualTo(401);
    assertThat(core.events()).isEmpty();
  }

  @Test
  void moreThanAnybodyAsksIsTooLong() throws Exception {
    house.teams.people().say(house.id("ben"), "", "a".repeat(3000));

    assertThat(answered("ben", "too long")).isTrue();
  }

  @Test
  void teamsIsAnsweredInTimeHoweverSlowTheStore() {
    MessageRef ref = toKari();
    core.hold = new CountDownLatch(1);

    house.press("kari", ref, Press.CLAIM);

    assertThat(house.front().last().took()).isLessThan(Duration.ofSeconds(1));
    core.hold.countDown();
    assertThat(core.awaitEvent(SOON).action()).isEqualTo(new TicketAction.Claim());
  }

  @Test
  void zoneIsWhatTeamsSays() throws Exception {
    house.teams.people().say(house.id("kari"), "", "queue");
    house.awaitNote("person:" + house.id("kari"));

    assertThat(house.chat().port().presence(house.user("kari").handle()).zone())
        .hasToString("Europe/Oslo");
  }

  @Test
  void momentsAreInTheReadersOwnTime() throws Exception {
    house.teams.people().say(house.id("kari"), "", "queue");
    house.awaitNote("person:" + house.id("kari"));
    MessageRef ref = house.posted(house.alone("kari"), 12, due());

    assertThat(TeamsTenant.text(house.card("kari", ref))).contains("10:00");
  }

  /** Shows the house's moment, ten o'clock in Oslo. */
  private Card due() {
    return new Card(
        "Due",
        List.of(new Part.Small(List.of(new Span.Moment(house.now())))),
        List.of(),
        List.of(),
        "Due");
  }

  private int invoked(String name, JsonNode value) {
    return status(house.teams.people().invoke(house.id("kari"), "", name, value));
  }

  private static int status(BotAnswer answer) {
    return switch (answer) {
      case BotAnswer.Taken taken -> taken.status();
      case BotAnswer.NotTaken not -> not.status();
    };
  }

  private boolean answered(String who, String text) throws InterruptedException {
    return house.teams.await(play -> play.messages(house.id(who)).toString().contains(text), SOON);
  }

  private JsonNode cardOf(String who) {
    return house
        .teams
        .messages(house.id(who))
        .getLast()
        .path("attachments")
        .path(0)
        .path("content");
  }

  /** What was refused on purpose is not looked at again. */
  private void forgiven() {
    assertThat(house.teams.refusals()).isNotEmpty();
    house.close();
    house = reopened();
  }

  private TeamsTenant reopened() {
    try {
      return TeamsTenant.open(core);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
