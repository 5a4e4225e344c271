package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.AnyPng;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.SlackFile;
import no.grenselos.playground.slack.workspace.SlackSeed;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures on good and on bad days. */
class SlackPicturesTest {
  private static final PlacementId CARD = new PlacementId(12);
  private static final Place ANA = new Place.Direct(new Handle("slack", "U0ANA"));
  private static final String WORDS = "41 posts, 30 answered";

  private SlackHouse house;
  private ChatPort port;

  private void open() throws Exception {
    open(SlackSeed.small());
  }

  private void open(SlackSeed seed) throws Exception {
    house = SlackHouse.of(seed);
    port = house.chat().port();
  }

  @AfterEach
  void closeHouse() {
    if (house != null) house.close();
  }

  private static Card drawn() {
    return new Card(
        "The week",
        List.of(new Part.Picture(AnyPng.of(320, 20_000), WORDS)),
        List.of(),
        List.of(),
        "The week");
  }

  private MessageRef delivered(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).ref();
  }

  private Duration waits(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.RetryAfter.class);
    return ((Delivery.RetryAfter) delivery).time();
  }

  @Test
  void samePictureIsGivenToSlackOnceHoweverOftenItIsSentAndAfterARestart() throws Exception {
    open();
    MessageRef first = delivered(port.post(house.channel(), CARD, drawn()));
    delivered(port.update(first, CARD, drawn()));
    house.startAgain();
    port = house.chat().port();
    MessageRef second = delivered(port.post(ANA, CARD, drawn()));

    assertThat(house.slack.files()).hasSize(1);
    assertThat(house.slack.calls("files.getUploadURLExternal")).isEqualTo(1);
    assertThat(house.pictures(second)).singleElement().isEqualTo(AnyPng.of(320, 20_000).bytes());
    assertThat(house.slack.calls()).noneMatch(Asked::refused);
  }

  @Test
  void fileHasTheWordsAsItsDescriptionAndIsSeenThroughTheMessageAlone() throws Exception {
    open();
    delivered(port.post(house.channel(), CARD, drawn()));

    assertThat(house.slack.files())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.description()).isEqualTo(WORDS);
          assertThat(file.name()).matches("grenselos-[0-9a-f]{12}\\.png");
          assertThat(file.state()).isEqualTo(SlackFile.State.SHARED);
        });
    assertThat(house.messages(house.channel())).hasSize(1);
  }

  @Test
  void withoutTheScopeTheCardIsSentAtOnceWithThePictureInWords() throws Exception {
    SlackSeed small = SlackSeed.small();
    Set<String> fewer = new HashSet<>(small.app().scopes());
    fewer.remove("files:write");
    open(small.app(small.app().scopes(fewer)));

    MessageRef ref = delivered(port.post(house.channel(), CARD, drawn()));

    assertThat(house.pictures(ref)).isEmpty();
    assertThat(house.message(ref).path("blocks").toString()).contains(WORDS);
    delivered(port.update(ref, CARD, drawn()));
    assertThat(house.slack.calls("files.getUploadURLExternal")).isEqualTo(1);
  }

  @Test
  void whileSlackTakesNoFilesTheCardWaitsTenMinutesAtMost() throws Exception {
    open();
    house.slack.weather().uploadsDown(true);

    Duration wait = waits(port.post(house.channel(), CARD, drawn()));
    house.clock.forward(Duration.ofMinutes(9));
    waits(port.post(house.channel(), CARD, drawn()));
    house.clock.forward(Duration.ofMinutes(1));
    MessageRef ref = delivered(port.post(house.channel(), CARD, drawn()));

    assertThat(wait).isPositive();
    assertThat(house.messages(house.channel())).hasSize(1);
    assertThat(house.message(ref).path("blocks").toString()).contains(WORDS);
  }

  @Test
  void whenSlackTakesFilesAgainTheNextCardHasItsPicture() throws Exception {
    open();
    house.slack.weather().uploadsDown(true);
    waits(port.post(house.channel(), CARD, drawn()));
    house.slack.weather().uploadsDown(false);

    MessageRef ref = delivered(port.post(house.channel(), CARD, drawn()));

    assertThat(house.pictures(ref)).hasSize(1);
  }

  @Test
  void limitOnFilesIsWaitedForAndNothingIsShownMeanwhile() throws Exception {
    open();
    house.slack.weather().rateLimitNext("files.completeUploadExternal", 1, Duration.ofSeconds(7));

    assertThat(waits(port.post(house.channel(), CARD, drawn()))).isEqualTo(Duration.ofSeconds(7));
    assertThat(house.messages(house.channel())).isEmpty();
    house.clock.forward(Duration.ofSeconds(7));
    delivered(port.post(house.channel(), CARD, drawn()));
  }

  @Test
  void lostAnswerAboutAFileMeansSurelyNotSent() throws Exception {
    open();
    house.slack.weather().loseAnswers("files.completeUploadExternal", 1);

    waits(port.post(house.channel(), CARD, drawn()));
    delivered(port.post(house.channel(), CARD, drawn()));

    assertThat(house.messages(house.channel())).hasSize(1);
  }

  @Test
  void cardWaitsSecondsWhileSlackStillLooksAtTheFile() throws Exception {
    open();
    house.slack.filesAreBusy(1);

    Duration wait = waits(port.post(house.channel(), CARD, drawn()));
    house.clock.forward(wait);
    MessageRef ref = delivered(port.post(house.channel(), CARD, drawn()));
    house.slack.filesAreBusy(1);
    house.clock.forward(wait);
    waits(port.update(ref, CARD, drawn()));

    assertThat(wait).isLessThan(Duration.ofSeconds(10));
    assertThat(house.slack.files()).hasSize(1);
  }

  @Test
  void fileThatSomebodyDeletedIsGivenAnew() throws Exception {
    open();
    MessageRef ref = delivered(port.post(house.channel(), CARD, drawn()));
    house.slack.deleteFile(house.slack.files().getFirst().id());
    house.clock.forward(Duration.ofHours(1));

    waits(port.update(ref, CARD, drawn()));
    delivered(port.update(ref, CARD, drawn()));

    assertThat(house.pictures(ref)).singleElement().isEqualTo(AnyPng.of(320, 20_000).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/upload",
        "https://slack.com.evil.example/upload",
        "http://files.slack.com/upload",
        "https://me@files.slack.com/upload",
        "https://10.0.0.1/upload",
        "file:///etc/passwd",
        "no address"
      })
  void bytesAreSentToSlacksOwnHostsAlone(String address) throws Exception {
    open();
    // a client that would fail the test if it were asked
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(chain -> {
              throw new AssertionError("called " + chain.request().url());
            })
            .build();
    SlackUploads uploads = new SlackUploads(URI.create("https://slack.com/api/"), http);

    assertThat(uploads.send(address, new byte[1]))
        .isEqualTo(new SlackReply.No<>("upload_host_not_allowed", List.of()));
  }
}
