package no.grenselos.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.expert.Email;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every chat house must do, tried against a stand-in of it over its real protocol. */
public abstract class ChatContract {
  protected static final Duration SOON = Duration.ofSeconds(10);

  /** What a stand-in offers to the contract; it is ready when it is opened. */
  public interface StandIn extends AutoCloseable {
    /** Opened with the listener given to {@link ChatContract#open}, started and connected. */
    Chat chat();

    HeardEvents heard();

    Instant now();

    /** A person who may be sent direct messages. */
    ChatUser person();

    /** That person's e-mail address. */
    Email address();

    /** A channel where the bot is a member, and the person too. */
    Place channel();

    /** All that the messages show now in that place, one text each, oldest first. */
    List<String> shown(Place place);

    /** The pictures that people see in the message, as bytes, from the top. */
    List<byte[]> pictures(MessageRef ref);

    /** The next post is refused, with that time to wait. */
    void slowDown(Duration wait);

    /** From now on the token is not known to the house. */
    void revokeToken();

    /** The person presses; the house delivers it twice. */
    void pressTwice(MessageRef ref, Press press);

    /** Somebody who is not the house calls the webhook; gives the HTTP status. */
    int strangerCalls();

    /** Everything in the message that would alert, link or format foreign text. */
    List<String> harm(MessageRef ref);

    @Override
    void close();
  }

  protected StandIn house;

  /** Opens the stand-in and connects the chat to it. */
  protected abstract StandIn open(HeardEvents listener) throws Exception;

  @BeforeEach
  void openHouse() throws Exception {
    house = open(new HeardEvents());
  }

  @AfterEach
  void closeHouse() {
    house.close();
  }

  protected static Card card(String headline, String post) {
    return new Card(
        headline,
        List.of(
            new Part.Post("Per (@per)", URI.create("https://social.example/@per/1"), post),
            new Part.Small(List.of(new Span.Plain("because you know heat pumps")))),
        List.of(
            new Card.Button.Act(Press.CLAIM, "I'll take it", true),
            new Card.Button.Act(Press.PASS, "Not mine", false),
            new Card.Button.Act(Press.LATER, "Later", false)),
        List.of(
            new Card.Choice(Press.PASS_TO, "Pass to a colleague"),
            new Card.Choice(Press.WRONG_TOPIC, "Wrong topic")),
        headline);
  }

  protected Place direct() {
    return new Place.Direct(house.person().handle());
  }

  protected MessageRef posted(Place place, long number, String headline) {
    Delivery delivery =
        house.chat().port().post(place, new PlacementId(number), card(headline, "Is it loud?"));
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).ref();
  }

  @Test
  void postedCardIsShownAndHasARef() {
    MessageRef ref = posted(direct(), 1, "You know this topic");

    assertThat(ref.house()).isEqualTo(house.chat().port().house());
    assertThat(house.shown(direct()))
        .singleElement()
        .asString()
        .contains("You know this topic", "Is it loud?", "Per (@per)");
  }

  @Test
  void updateEditsInPlace() {
    MessageRef ref = posted(house.channel(), 2, "Who takes this?");

    Delivery delivery =
        house.chat().port().update(ref, new PlacementId(2), card("Ana has it", "Is it loud?"));

    assertThat(delivery).isEqualTo(new Delivery.Delivered(ref));
    assertThat(house.shown(house.channel()))
        .singleElement()
        .asString()
        .contains("Ana has it")
        .doesNotContain("Who takes this?");
  }

  @Test
  void findSeesTheCardThatWasPostedAndNoOther() {
    Instant before = house.now();
    MessageRef ref = posted(direct(), 3, "You know this topic");
    ChatPort port = house.chat().port();

    assertThat(port.find(direct(), new PlacementId(3), before)).isEqualTo(new Sighting.Seen(ref));
    assertThat(port.find(direct(), new PlacementId(33), before)).isEqualTo(new Sighting.NotThere());
    assertThat(port.find(house.channel(), new PlacementId(3), before))
        .isEqualTo(new Sighting.NotThere());
  }

  @Test
  void cardIsStillFoundAfterItWasEdited() {
    Instant before = house.now();
    MessageRef ref = posted(direct(), 4, "You know this topic");
    house.chat().port().update(ref, new PlacementId(4), card("Ana has it", "Is it loud?"));

    Sighting sighting = house.chat().port().find(direct(), new PlacementId(4), before);

    assertThat(sighting).isEqualTo(new Sighting.Seen(ref));
  }

  @Test
  void rateLimitBecomesAWaitAndNothingIsShown() {
    house.slowDown(Duration.ofSeconds(7));

    Delivery delivery =
        house.chat().port().post(direct(), new PlacementId(5), card("Later", "Is it loud?"));

    assertThat(delivery)
        .isInstanceOfSatisfying(
            Delivery.RetryAfter.class,
            again -> assertThat(again.time()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(house.shown(direct())).isEmpty();
  }

  @Test
  void refusedTokenIsExplainedAndWhatIsToBeSaidWaits() {
    house.revokeToken();

    Delivery delivery =
        house.chat().port().post(house.channel(), new PlacementId(6), card("No", "Is it loud?"));

    assertThat(delivery)
        .isInstanceOfSatisfying(
            Delivery.RetryAfter.class,
            waits -> assertThat(waits.reason()).containsIgnoringCase("token"));
  }

  @Test
  void pressDeliveredTwiceCountsOnce() {
    MessageRef ref = posted(house.channel(), 7, "Who takes this?");

    house.pressTwice(ref, Press.CLAIM);

    assertThat(house.heard().awaitTellings(2, SOON)).isGreaterThanOrEqualTo(2);
    assertThat(house.heard().events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.action()).isEqualTo(new TicketAction.Claim());
          // the name may come later than the house waits for it
          assertThat(event.who().handle()).isEqualTo(house.person().handle());
          assertThat(event.id()).startsWith(house.chat().port().house() + ":");
        });
  }

  @Test
  void strangerIsRefusedAndNothingHappens() {
    if (house.chat().webhook().isPresent()) {
      assertThat(house.strangerCalls()).isEqualTo(401);
    }

    assertThat(house.heard().events()).isEmpty();
  }

  @Test
  void hostileTextStaysInert() {
    String hostile =
        "<!channel> <!here> @everyone <@U0BEN> <https://evil.example|bank.no> *bold* _it_ `code` "
            + "[a](https://evil.example) <at>Ben</at> &lt;!channel&gt; \u202Egnp.exe \u200B\u2066x";
    Card card =
        new Card(
            "You know this topic",
            List.of(
                new Part.Line(List.of(new Span.Plain(hostile), new Span.Strong(hostile))),
                new Part.Post(hostile, URI.create("https://social.example/1"), hostile),
                new Part.Small(List.of(new Span.Plain(hostile), new Span.Moment(house.now())))),
            List.of(new Card.Button.Act(Press.CLAIM, hostile, true)),
            List.of(new Card.Choice(Press.MUTE_TOPIC, hostile)),
            hostile);

    Delivery delivery = house.chat().port().post(house.channel(), new PlacementId(8), card);

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.harm(((Delivery.Delivered) delivery).ref())).isEmpty();
  }

  private static Card drawn(String headline, Png png) {
    return new Card(
        headline,
        List.of(
            new Part.Line(List.of(new Span.Plain("Last week"))),
            new Part.Picture(png, "41 posts, 30 answered, most on heat pumps"),
            new Part.Small(List.of(new Span.Plain("since Monday")))),
        List.of(new Card.Button.Go("Open", URI.create("https://grenselos.example/insights"))),
        List.of(),
        headline);
  }

  @Test
  void pictureIsShownWithWhatItSaysInWords() {
    Png png = AnyPng.of(320, 12_000);

    Delivery delivery =
        house.chat().port().post(house.channel(), new PlacementId(40), drawn("The week", png));

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.pictures(((Delivery.Delivered) delivery).ref()))
        .singleElement()
        .isEqualTo(png.bytes());
    assertThat(house.shown(house.channel()))
        .singleElement()
        .asString()
        .contains("41 posts, 30 answered, most on heat pumps", "Last week", "since Monday");
  }

  @Test
  void editedCardShowsTheNewPicture() {
    ChatPort port = house.chat().port();
    Card before = drawn("The week", AnyPng.of(320, 900));
    var posted = (Delivery.Delivered) port.post(house.channel(), new PlacementId(41), before);
    Png png = AnyPng.of(321, 900);

    Delivery edited = port.update(posted.ref(), new PlacementId(41), drawn("Corrected", png));

    assertThat(edited).isEqualTo(posted);
    assertThat(house.pictures(posted.ref())).singleElement().isEqualTo(png.bytes());
  }

  @Test
  void whoeverHasTheAddressIsFound() {
    Lookup lookup = house.chat().port().lookUp(house.address());

    assertThat(lookup)
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found -> {
              assertThat(found.handle()).isEqualTo(house.person().handle());
              assertThat(found.name()).isEqualTo(house.person().name());
            });
  }

  @Test
  void nobodyIsFoundByAnAddressThatNobodyHas() {
    Lookup lookup = house.chat().port().lookUp(new Email("nobody@elsewhere.example"));

    assertThat(lookup).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void addressIsInNoLogWhateverTheHouseSays() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    all.addAppender(log);
    try {
      Lookup unused = house.chat().port().lookUp(house.address());
      unused = house.chat().port().lookUp(new Email("nobody@elsewhere.example"));
      house.revokeToken();
      assertThat(house.chat().port().lookUp(house.address())).isNotInstanceOf(Lookup.Found.class);
    } finally {
      all.detachAppender(log);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("nobody@") || line.contains(house.address().address()));
  }

  @Test
  void whisperIsDelivered() {
    MessageRef ref = posted(house.channel(), 9, "Who takes this?");

    Delivery delivery = house.chat().port().whisper(house.person(), ref, "Ben was faster.");

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(house.shown(house.channel())).hasSize(1);
  }
}
