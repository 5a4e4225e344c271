package no.grenselos.feed.youtube;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static no.grenselos.feed.youtube.YouTubeJson.comment;
import static no.grenselos.feed.youtube.YouTubeJson.edited;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class YouTubeRecordingTest {
  private static final List<Body> FIXTURES =
      Stream.of(
              "three-posts",
              "third-with-one-of-three-replies",
              "replies-of-the-third",
              "error-key-invalid")
          .map(name -> fixture("youtube/" + name + ".json"))
          .toList();

  private final YouTubeRecording recording = new YouTubeRecording();

  @Test
  void threadsAndTheirRepliesAreReadOldestFirst() {
    Fetch.Page page = replay(FIXTURES.get(1));

    assertThat(page.events())
        .extracting(event -> event.id().id())
        .containsExactly("Ug1", "Ug2", "Ug3", "Ug3.Ug13");
  }

  @Test
  void aReplyBesideItsThreadStandsUnderItsVideo() {
    String lines =
        FIXTURES.get(1).text().replace("\n", "") + "\n" + FIXTURES.get(2).text().replace("\n", "");

    assertThat(mentions(replay(Body.of(lines))))
        .allSatisfy(mention ->
            assertThat(mention.link().toString())
                .startsWith("https://www.youtube.com/watch?v=strompris-0&lc="));
  }

  @Test
  void aReplyAloneAndAChannelsOwnCommentHaveTheLinkThatIsLeft() {
    String own = comment("Ug7", 1, ",\"channelId\":\"UClyng\"");

    assertThat(mentions(replay(FIXTURES.get(2))).getFirst().link())
        .hasToString("https://www.youtube.com/?lc=Ug3.Ug11");
    assertThat(mentions(replay(Body.of(own))).getFirst().link())
        .hasToString("https://www.youtube.com/channel/UClyng?lc=Ug7");
  }

  @Test
  void errorsAndOtherThingsAreListed() {
    Fetch.Page others =
        replay(
            Body.of("{\"items\":[{\"id\":{\"videoId\":\"x\"},\"snippet\":{\"title\":\"y\"}},7]}"));

    assertThat(replay(FIXTURES.get(3)).skipped())
        .containsExactly(new Skipped("answer", "is an error of the API (API_KEY_INVALID)"));
    assertThat(others.events()).isEmpty();
    assertThat(others.skipped()).hasSize(2);
    assertThat(recording.replay(new byte[] {1, 2})).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void anEditedCommentKeepsItsRevision() {
    assertThat(mentions(replay(Body.of(edited("a", 1, "Nye ord")))).getFirst().revision())
        .isEqualTo("2026-03-02T08:59:00Z");
  }

  private Fetch.Page replay(Body file) {
    return (Fetch.Page) recording.replay(file.bytes());
  }

  private static List<Mention> mentions(Fetch.Page page) {
    return page.events().stream().map(event -> ((MentionEvent.Posted) event).mention()).toList();
  }
}
