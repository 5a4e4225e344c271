package no.grenselos.feed.youtube;

import static no.grenselos.feed.youtube.YouTubeJson.NONE;
import static no.grenselos.feed.youtube.YouTubeJson.comments;
import static no.grenselos.feed.youtube.YouTubeJson.edited;
import static no.grenselos.feed.youtube.YouTubeJson.error;
import static no.grenselos.feed.youtube.YouTubeJson.reply;
import static no.grenselos.feed.youtube.YouTubeJson.thread;
import static no.grenselos.feed.youtube.YouTubeJson.threads;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.config.Secret;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YouTubeLookupTest {
  private final LookupScript script = new LookupScript();

  @AfterEach
  void close() {
    script.close();
  }

  private Source source(Map<String, String> more) {
    Map<String, String> entry = new HashMap<>(more);
    entry.put("channel", "UClyngheiakraft000000000");
    entry.put("api", script.address());
    return script.open(
        new YouTubeFeedProvider(),
        new FeedContext(new HandClock(), name -> Optional.of(new Secret("s3cret")), true),
        entry);
  }

  private PostLookup lookup() {
    return script.lookup(source(Map.of()));
  }

  private static List<MentionId> held(String... ids) {
    return Stream.of(ids).map(CommentReader::mentionId).toList();
  }

  @Test
  void unchangedCommentsHaveTheKeysThatTheFeedGaveThem() {
    Source source = source(Map.of());
    String first = thread("a", 1, 1, reply("a", 1, 2));
    String second = edited("b", 3, "Nye ord");
    script.answers(threads(second, first));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);
    script.answers(threads(first, second), comments(reply("a", 1, 2)));

    PostLookup.Seen seen = script.seen(script.lookup(source).again(held("a", "a.r1", "b")));

    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactly("youtube:a#", "youtube:a.r1#", "youtube:b#2026-03-02T08:59:00Z")
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
    assertThat(mention(seen, 1).link())
        .hasToString("https://www.youtube.com/watch?v=strompris-0&lc=a.r1");
    assertThat(mention(seen, 1).conversation()).isEqualTo("a");
    assertThat(script.requests().get(1))
        .startsWith("/youtube/v3/commentThreads?part=snippet%2Creplies&id=a%2Cb&");
    assertThat(script.requests().get(2)).startsWith("/youtube/v3/comments?part=snippet&id=a.r1&");
  }

  private static Mention mention(PostLookup.Seen seen, int at) {
    return ((MentionEvent.Edited) seen.events().get(at)).mention();
  }

  @Test
  void whatWasFoundBeforeAndIsNotAnyMoreIsGone() {
    PostLookup lookup = lookup();
    script.answers(NONE);
    assertThat(script.seen(lookup.again(held("a"))).events()).isEmpty();
    script.answers(threads(thread("a", 1, 0)));
    assertThat(script.seen(lookup.again(held("a"))).events()).hasSize(1);
    script.answers(NONE);

    assertThat(script.seen(lookup.again(held("a"))).events())
        .extracting(MentionEvent::key)
        .containsExactly("youtube:a#deleted");
  }

  @Test
  void oneIdThatLeadsNowhereDoesNotSpoilTheOthers() {
    script.answers(
        error(404, "commentThreadNotFound"),
        error(404, "commentThreadNotFound"),
        threads(thread("b", 1, 0)));

    assertThat(script.seen(lookup().again(held("a", "b"))).events())
        .extracting(MentionEvent::key)
        .containsExactly("youtube:b#");
  }

  @Test
  void unitsAreCountedAndKeptTo() {
    PostLookup lookup = script.lookup(source(Map.of("units", "308")));
    script.answers(NONE);

    assertThat(lookup.again(held("a"))).isInstanceOf(PostLookup.Seen.class);
    assertThat(lookup.again(held("a"))).isInstanceOf(PostLookup.Seen.class);
    assertThat(lookup.again(held("a"))).isInstanceOf(Fetch.Wait.class);
    assertThat(script.requests()).hasSize(2);
  }

  @Test
  void whereThePollsTakeAllUnitsNothingIsLookedAt() {
    assertThat(source(Map.of("units", "290")).lookup()).isEmpty();
  }

  @Test
  void quotaThatOthersSpentIsWaitedFor() {
    script.answers(error(403, "quotaExceeded"));

    assertThat(lookup().again(held("a"))).isInstanceOf(Fetch.Wait.class);
  }

  @Test
  void aLinkLeadsToACommentOrAReply() {
    script.answers(threads(thread("a", 1, 1)), comments(reply("a", 1, 2)));
    URI link = URI.create("https://www.youtube.com/watch?v=strompris-0&lc=a.r1");

    PostLookup.Seen seen = script.seen(lookup().find(link));

    assertThat(lookup().knows(link)).isTrue();
    assertThat(seen.events())
        .singleElement()
        .isInstanceOfSatisfying(
            MentionEvent.Posted.class,
            posted -> {
              assertThat(posted.key()).isEqualTo("youtube:a.r1#");
              assertThat(posted.mention().link()).isEqualTo(link);
            });
    script.answers(NONE);
    assertThat(script.seen(lookup().find(link)).skipped()).hasSize(1);
  }

  @Test
  void aVideoWithoutACommentIsNoPost() {
    for (String other :
        List.of(
            "https://www.youtube.com/watch?v=strompris-0",
            "https://www.youtube.com/watch?v=strompris-0&lc=",
            "https://www.youtube.example/watch?v=strompris-0&lc=a")) {
      assertThat(lookup().knows(URI.create(other))).as(other).isFalse();
    }
  }
}
