package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.chat.Span;
import no.grenselos.config.Finding;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending on bad days. */
class SlackPortTest {
  private static final PlacementId CARD = new PlacementId(12);
  private static final Place ANA = new Place.Direct(new Handle("slack", "U0ANA"));
  private static final Card CONTENT =
      new Card("You know this topic", List.of(), List.of(), List.of(), "You know this topic");

  private SlackHouse house;

  @AfterEach
  void closeHouse() {
    if (house != null) house.close();
  }

  private ChatPort open() throws Exception {
    house = SlackHouse.overHttp(new HeardEvents());
    return house.chat().port();
  }

  private ChatPort open(SlackSeed seed) throws Exception {
    house = SlackHouse.of(seed);
    return house.chat().port();
  }

  @Test
  void lostAnswerIsUnsureAndTheCardIsThenFound() throws Exception {
    ChatPort port = open();
    Instant before = house.now();
    house.slack.weather().loseAnswers("chat.postMessage", 1);

    Delivery delivery = port.post(ANA, CARD, CONTENT);

    assertThat(delivery).isInstanceOf(Delivery.Unsure.class);
    assertThat(port.find(ANA, CARD, before)).isInstanceOf(Sighting.Seen.class);
    assertThat(house.messages(ANA)).hasSize(1);
  }

  @Test
  void slackDownForAWhileLosesNothingAndRepeatsNothing() throws Exception {
    ChatPort port = open();
    port.post(ANA, new PlacementId(1), CONTENT);
    Instant before = house.now();
    house.slack.weather().down(true);
    Delivery whileDown = port.post(ANA, CARD, CONTENT);
    Sighting lookWhileDown = port.find(ANA, CARD, before);
    house.slack.weather().down(false);
    house.clock.forward(Duration.ofMinutes(10));

    assertThat(whileDown).isInstanceOf(Delivery.Unsure.class);
    assertThat(lookWhileDown).isInstanceOf(Sighting.Unknown.class);
    assertThat(port.find(ANA, CARD, before)).isEqualTo(new Sighting.NotThere());
    assertThat(port.post(ANA, CARD, CONTENT)).isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void conversationThatCouldNotBeOpenedMeansSurelyNotSent() throws Exception {
    ChatPort port = open();
    house.slack.weather().down(true);

    assertThat(port.post(ANA, CARD, CONTENT)).isInstanceOf(Delivery.RetryAfter.class);
  }

  @Test
  void unreachableSlackMeansSurelyNotSent() throws Exception {
    open();
    int nobodyListens;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyListens = socket.getLocalPort();
    }
    URI api = URI.create("http://127.0.0.1:" + nobodyListens + "/api/");
    var secrets = SlackHouse.secrets(house.slack.seed().app().secrets());
    MessageRef ref = new MessageRef("slack", "C1", "1.2");
    try (var chat = SlackHouse.open("http", api, secrets, new HeardEvents(), house.clock)) {
      assertThat(chat.port().update(ref, CARD, CONTENT)).isInstanceOf(Delivery.RetryAfter.class);
      assertThat(chat.check(List.of())).anyMatch(finding -> !finding.fine());
    }
  }

  @Test
  void fourthPostInASecondWaitsWithoutAskingSlack() throws Exception {
    ChatPort port = open();
    house.slack.weather().enforceRateLimits(true);
    for (int i = 1; i <= 3; i++) {
      assertThat(port.post(house.channel(), new PlacementId(i), CONTENT))
          .isInstanceOf(Delivery.Delivered.class);
    }

    Delivery fourth = port.post(house.channel(), CARD, CONTENT);
    Delivery elsewhere = port.post(ANA, CARD, CONTENT);
    house.clock.forward(Duration.ofSeconds(1));
    Delivery aSecondLater = port.post(house.channel(), CARD, CONTENT);

    assertThat(fourth)
        .isEqualTo(new Delivery.RetryAfter(Duration.ofSeconds(1), "Slack asks to slow down"));
    assertThat(elsewhere).isInstanceOf(Delivery.Delivered.class);
    assertThat(aSecondLater).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.slack.calls()).noneMatch(Asked::refused);
  }

  @Test
  void afterSlackAskedToWaitNobodyKnocksBefore() throws Exception {
    ChatPort port = open();
    house.slack.weather().rateLimitNext("chat.postMessage", 1, Duration.ofSeconds(30));
    port.post(ANA, CARD, CONTENT);
    house.clock.forward(Duration.ofSeconds(10));
    long calls = house.slack.calls("chat.postMessage");

    Delivery tooEarly = port.post(ANA, CARD, CONTENT);

    assertThat(tooEarly)
        .isEqualTo(new Delivery.RetryAfter(Duration.ofSeconds(20), "Slack asks to slow down"));
    assertThat(house.slack.calls("chat.postMessage")).isEqualTo(calls);
  }

  @Test
  void deletedMessageAndArchivedChannelAreGone() throws Exception {
    ChatPort port = open();
    String channel = house.slack.channelId("kundeservice");
    MessageRef never = new MessageRef("slack", channel, "1700000000.000001");

    assertThat(port.update(never, CARD, CONTENT)).isInstanceOf(Delivery.Gone.class);
    port.post(house.channel(), CARD, CONTENT);
    house.slack.archive("kundeservice");
    assertThat(port.post(house.channel(), CARD, CONTENT)).isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void unknownPersonIsGoneAndUnknownChannelIsExplained() throws Exception {
    ChatPort port = open();

    Delivery nobody = port.post(new Place.Direct(new Handle("slack", "U0NOBODY")), CARD, CONTENT);
    Delivery nowhere = port.post(new Place.Channel("slack", "#no-such"), CARD, CONTENT);

    assertThat(nobody).isInstanceOf(Delivery.Gone.class);
    assertThat(nowhere)
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("#no-such", "/invite @Grenselos"));
  }

  @Test
  void channelMadeLaterIsFound() throws Exception {
    SlackSeed small = SlackSeed.small();
    List<SlackChannel> many =
        java.util.stream.IntStream.range(0, 1_200)
            .mapToObj(i -> SlackChannel.open("team-" + i, small.app().botUser()))
            .toList();
    ChatPort port = open(small.channels(many));

    Delivery last = port.post(new Place.Channel("slack", "#Team-1199"), CARD, CONTENT);
    Delivery again =
        port.post(new Place.Channel("slack", "#team-1199"), new PlacementId(13), CONTENT);

    assertThat(last).isInstanceOf(Delivery.Delivered.class);
    assertThat(again).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.slack.calls("conversations.list")).isLessThanOrEqualTo(3 * 2);
  }

  @Test
  void checkNamesEachMissingScopeAndWhatItIsFor() throws Exception {
    SlackSeed small = SlackSeed.small();
    Set<String> fewer = new HashSet<>(small.app().scopes());
    fewer.removeAll(Set.of("reactions:read", "groups:history"));
    open(small.app(small.app().scopes(fewer)));

    List<Finding> findings = house.chat().check(List.of("#kundeservice"));

    assertThat(findings)
        .filteredOn(finding -> !finding.fine())
        .extracting(Finding::what)
        .containsExactlyInAnyOrder("slack: scope reactions:read", "slack: scope groups:history");
    assertThat(findings)
        .anySatisfy(finding -> assertThat(finding.text()).contains("hear an emoji on a card"));
  }

  @Test
  void checkIsFineWhereAllIsInPlaceAndNamesChannelsWithoutTheBot() throws Exception {
    SlackSeed small = SlackSeed.small();
    List<SlackChannel> channels = new java.util.ArrayList<>(small.channels());
    channels.add(SlackChannel.open("varmepumpe", "U0ANA"));
    open(small.channels(channels));

    List<Finding> fine = house.chat().check(List.of("#kundeservice", "#general"));
    List<Finding> bad = house.chat().check(List.of("#varmepumpe", "#nowhere"));

    assertThat(fine).allMatch(Finding::fine).hasSize(5);
    assertThat(bad)
        .filteredOn(finding -> !finding.fine())
        .extracting(Finding::what)
        .containsExactly("slack: #varmepumpe", "slack: #nowhere");
  }

  @Test
  void checkSaysWhatToDoAboutAWrongToken() throws Exception {
    open();
    house.revokeToken();

    assertThat(house.chat().check(List.of()))
        .filteredOn(finding -> !finding.fine())
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("SLACK_BOT_TOKEN"));
  }

  private MessageRef posted(ChatPort port) {
    Delivery delivery = port.post(house.channel(), CARD, CONTENT);
    return ((Delivery.Delivered) delivery).ref();
  }

  @Test
  void pinningTwiceIsHarmless() throws Exception {
    ChatPort port = open();
    MessageRef ref = posted(port);

    assertThat(port.pin(ref)).isEqualTo(new Delivery.Delivered(ref));
    assertThat(port.pin(ref)).isEqualTo(new Delivery.Delivered(ref));
    assertThat(house.message(ref).has("pinned_info")).isTrue();
  }

  @Test
  void pinThatSlackRefusesIsExplained() throws Exception {
    SlackSeed small = SlackSeed.small();
    Set<String> fewer = new HashSet<>(small.app().scopes());
    fewer.remove("pins:write");
    ChatPort port = open(small.app(small.app().scopes(fewer)));

    assertThat(port.pin(posted(port)))
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            refused -> assertThat(refused.reason()).contains("missing_scope", "pins:write"));
  }

  @Test
  void hundredAndFirstPinIsExplained() throws Exception {
    ChatPort port = open();
    for (int i = 0; i < 100; i++) {
      String ts = house.slack.people().say("U0KARI", "kundeservice", "Pin " + i);
      house.slack.people().pin("U0KARI", "kundeservice", ts, true);
    }

    assertThat(port.pin(posted(port)))
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("holds 100 pins"));
  }

  @Test
  void homeIsShownAndLongOnesSayWhatIsLeftOut() throws Exception {
    ChatPort port = open();
    Page.Block line = new Page.Block.Show(new Part.Line(List.of(new Span.Plain("Line"))));

    Delivery delivery =
        port.home(new Handle("slack", "U0BEN"), new Page(java.util.Collections.nCopies(150, line)));

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.slack.home("U0BEN").path("blocks")).hasSize(100);
    assertThat(house.slack.home("U0BEN").toString()).contains("51 more that do not fit here");
  }

  @Test
  void homeOfNobodyIsGone() throws Exception {
    assertThat(open().home(new Handle("slack", "U0NOBODY"), Page.of("Hei")))
        .isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void whisperStandsInTheirDirectMessages() throws Exception {
    ChatPort port = open();

    Delivery delivery = port.whisper(SlackHouse.KARI, null, "I asked <@U0BEN>.");

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.slack.posts().getLast().channel()).isEqualTo("D0KARI");
    assertThat(house.slack.pings()).isEmpty();
  }

  @Test
  void whisperToNobodyIsGone() throws Exception {
    var nobody = new no.grenselos.chat.ChatUser(new Handle("slack", "U0NOBODY"), "");

    assertThat(open().whisper(nobody, null, "Hei")).isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void dayOfSomebodySlackDoesNotKnowIsUnknown() throws Exception {
    assertThat(open().presence(new Handle("slack", "U0NOBODY"))).isEqualTo(Presence.UNKNOWN);
  }
}
