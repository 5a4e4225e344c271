package no.grenselos.feed.x;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class WebhookReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final PostReader POSTS = new PostReader("lyngheiakraft", true);
  private static final WebhookReader READER =
      new WebhookReader(
          POSTS, new OurOwn("lyngheiakraft", Optional.empty()), Clock.fixed(NOW, ZoneOffset.UTC));

  private static Fetch.Page read(String name) {
    return READER.read(Json.parse(fixture("x/" + name + ".json").bytes()).orElseThrow());
  }

  private static List<Mention> searched(String name) {
    XPage page =
        XPage.of(Json.parse(fixture("x/" + name + ".json").bytes()).orElseThrow()).orElseThrow();
    return mentions(XFeed.gathered(List.of(page), POSTS, Cursor.START, false));
  }

  private static List<Mention> mentions(Fetch.Page page) {
    return page.events().stream().flatMap(event -> mention(event).stream()).toList();
  }

  private static Optional<Mention> mention(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> Optional.of(posted.mention());
      case MentionEvent.Edited edited -> Optional.of(edited.mention());
      case MentionEvent.Liked like -> Optional.empty();
      case MentionEvent.Deleted deleted -> Optional.empty();
    };
  }

  private static String id(int n) {
    return String.valueOf(1_900_000_000_000_000_000L + n);
  }

  @Test
  void theOlderShapeGivesWhatTheSearchGivesButTheConversation() {
    Fetch.Page told = read("webhook-replies-quotes-and-reshares");

    assertThat(mentions(told))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("conversation")
        .isEqualTo(searched("replies-quotes-and-reshares"));
    assertThat(told.skipped()).isEmpty();
    assertThat(mentions(told)).as("ours is left out").hasSize(4);
    assertThat(mentions(told).get(1).conversation()).isEqualTo(id(22));
  }

  @Test
  void aLongAndEditedPostIsWholeUnderItsFirstNumber() {
    Fetch.Page told = read("webhook-long-edited-and-hidden");

    MentionEvent event = told.events().getFirst();
    assertThat(event).isInstanceOf(MentionEvent.Edited.class);
    assertThat(event.key()).isEqualTo("x:" + id(2) + "#" + id(9));
    assertThat(mentions(told).getFirst().text())
        .startsWith("Lang & god <tekst> ja ja")
        .endsWith(
            "https://lyngheia.example/priser?a=1&b=2 https://x.com/solveigt/status/"
                + id(9)
                + "/photo/1");
    assertThat(mentions(told).getFirst().language()).isEmpty();
    assertThat(told.events()).hasSize(1);
    assertThat(told.skipped())
        .extracting(Skipped::reason)
        .containsExactly(
            "is of a protected account",
            "is withheld by X in DE, FR",
            "has no readable time in created_at",
            "is not a post");
  }

  @Test
  void deletesAreToldAndLikesOfOursByOthers() {
    Fetch.Page told = read("webhook-deletes-and-likes");

    assertThat(told.events())
        .containsExactly(
            new MentionEvent.Deleted(PostReader.mentionId(id(20)), NOW),
            new MentionEvent.Liked(
                PostReader.mentionId(id(20)),
                "solveigt",
                Instant.ofEpochMilli(1_772_440_200_000L)));
    assertThat(told.skipped())
        .extracting(Skipped::reason)
        .containsExactly("does not say which post is gone", "does not say who likes what");
  }

  @Test
  void activityComesAsTheSearchTellsIt() {
    Mention reply = searched("replies-quotes-and-reshares").get(1);

    assertThat(read("activity-mention").events()).containsExactly(new MentionEvent.Posted(reply));
    assertThat(read("activity-edited-post").events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Edited.class,
            edited -> assertThat(edited.key()).isEqualTo("x:" + id(2) + "#" + id(9)));
    assertThat(read("activity-delete").events())
        .containsExactly(new MentionEvent.Deleted(PostReader.mentionId(id(21)), NOW));
    assertThat(read("activity-like").events())
        .containsExactly(
            new MentionEvent.Liked(
                PostReader.mentionId(id(20)),
                "solveigt",
                Instant.ofEpochMilli(1_772_440_200_000L)));
  }

  @Test
  void whatOurAccountDoesIsNobodysPost() {
    for (String name : new String[] {"activity-own-post", "activity-own-like"}) {
      assertThat(read(name).events()).as(name).isEmpty();
      assertThat(read(name).skipped()).as(name).isEmpty();
    }
    OurOwn numbered = new OurOwn("", Optional.of("13"));
    WebhookReader reader = new WebhookReader(POSTS, numbered, Clock.systemUTC());
    Body own = fixture("x/activity-own-post.json");
    assertThat(reader.read(Json.parse(own.bytes()).orElseThrow()).events()).isEmpty();
  }

  @Test
  void aPostOfAStreamThatXSendsIsRead() {
    String line = Lines.line(1);

    assertThat(READER.read(Json.parse(line).orElseThrow()).events())
        .extracting(MentionEvent::key)
        .containsExactly(Lines.key(1));
  }

  @Test
  void whatIsNoPostIsPassedOverAndWhatIsStrangeIsTold() {
    assertThat(told("{\"for_user_id\":\"13\",\"follow_events\":[{}]}").skipped()).isEmpty();
    assertThat(told("{\"replay_job_status\":{}}").skipped()).isEmpty();
    assertThat(told("{\"data\":{\"event_type\":\"follow.follow\"}}").skipped()).isEmpty();
    assertThat(told("{\"user_event\":{\"revoke\":{}}}").skipped().toString())
        .contains("subscribe it again");
    assertThat(told("{}").skipped()).hasSize(1);
    assertThat(told("{\"data\":{}}").skipped()).hasSize(1);
    assertThat(told("{\"data\":{\"event_type\":\"post.create\"}}").skipped()).hasSize(1);
  }

  private static Fetch.Page told(String body) {
    return READER.read(Json.parse(body).orElseThrow());
  }

  @Test
  void recordedBodiesAreReadOneALineToo() {
    String lines =
        Stream.of("activity-delete", "webhook-deletes-and-likes")
            .map(name ->
                Json.write(Json.parse(fixture("x/" + name + ".json").bytes()).orElseThrow()))
            .reduce("", (all, line) -> all + line + "\n");

    Fetch fetch =
        new XWebhookRecording().replay((lines + "{\"half").getBytes(StandardCharsets.UTF_8));

    assertThat(((Fetch.Page) fetch).events()).hasSize(3);
    assertThat(((Fetch.Page) fetch).skipped().toString()).contains("line 3", "is no whole JSON");
  }

  @Test
  void recordedLookupsAreReadAsSearchesAre() {
    Fetch.Page page = (Fetch.Page) new XFeedProvider().replay(fixture("x/lookup.json").bytes());

    assertThat(page.events()).hasSize(2);
    assertThat(page.skipped()).hasSize(8);
    Fetch nothing = new XFeedProvider().replay(fixture("x/lookup-nothing.json").bytes());
    assertThat(((Fetch.Page) nothing).skipped().toString()).contains("Not Found Error");
  }

  @Test
  void noBodyIsTooBrokenToBeLookedAt() {
    Mutations.of(
        Stream.of(
                "webhook-replies-quotes-and-reshares",
                "webhook-long-edited-and-hidden",
                "webhook-deletes-and-likes",
                "activity-mention",
                "activity-like",
                "activity-delete")
            .map(name -> fixture("x/" + name + ".json"))
            .toList(),
        bytes -> Json.parse(bytes).ifPresent(body -> assertThat(READER.read(body)).isNotNull()));
  }
}
