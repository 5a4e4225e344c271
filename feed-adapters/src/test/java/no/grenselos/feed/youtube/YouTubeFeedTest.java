package no.grenselos.feed.youtube;

import static no.grenselos.feed.youtube.YouTubeJson.NONE;
import static no.grenselos.feed.youtube.YouTubeJson.comments;
import static no.grenselos.feed.youtube.YouTubeJson.edited;
import static no.grenselos.feed.youtube.YouTubeJson.error;
import static no.grenselos.feed.youtube.YouTubeJson.list;
import static no.grenselos.feed.youtube.YouTubeJson.reply;
import static no.grenselos.feed.youtube.YouTubeJson.thread;
import static no.grenselos.feed.youtube.YouTubeJson.threads;
import static no.grenselos.feed.youtube.YouTubeJson.threadsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.FixtureFeedContract;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.junit.jupiter.api.Test;

class YouTubeFeedTest extends FixtureFeedContract {
  YouTubeFeedTest() {
    super("youtube");
  }

  @Override
  protected Feed open(URI server, FeedContext context, Duration timeout) {
    Map<String, String> entry =
        Map.of(
            "channel", "UClyngheiakraft000000000",
            "api", server.toString(),
            "timeout", seconds(timeout));
    return opened(new YouTubeFeedProvider(), "yt", context, entry).feeds().getFirst();
  }

  /** YouTube's own limit ends at midnight; a gateway's may say so. */
  @Override
  protected Canned limitedUntil(Instant reset) {
    return Canned.status(429).with("X-RateLimit-Reset", String.valueOf(reset.getEpochSecond()));
  }

  @Test
  void aCommentIsReadWithItsWordsItsAuthorAndItsPlace() {
    server().answers(threePosts());

    Fetch.Page page = page(feed().fetch(Cursor.START));
    Mention first = mentions(page).getFirst();

    assertThat(first.id()).hasToString("youtube:Ug1");
    assertThat(first.text()).isEqualTo("Hvorfor står kWh & kroner hver for seg?\nSe 1:23");
    assertThat(first.kind()).isEqualTo(MentionKind.POST);
    assertThat(first.language()).isEmpty();
    assertThat(first.revision()).isEmpty();
    assertThat(first.link()).hasToString("https://www.youtube.com/watch?v=strompris-0&lc=Ug1");
    assertThat(first.author().handle()).isEqualTo("odd-havn");
    assertThat(mentions(page).get(1).author())
        .isEqualTo(
            new Author(
                "UCperson0000000000000002", "Kari Nes", mentions(page).get(1).author().link(), 0));
    assertThat(first.replyWay())
        .isInstanceOfSatisfying(
            ReplyWay.ByHand.class,
            way -> {
              assertThat(way.box()).isEqualTo(first.link());
              assertThat(way.reason()).contains("logged in");
            });
  }

  @Test
  void theNewestThreadsOfTheChannelAreAskedForWithTheKey() {
    server().answers(threePosts());

    feed().fetch(Cursor.START);

    assertThat(server().requests())
        .containsExactly(
            "/youtube/v3/commentThreads?part=snippet%2Creplies&allThreadsRelatedToChannelId="
                + "UClyngheiakraft000000000&maxResults=100&order=time&textFormat=html&key="
                + TOKEN);
  }

  @Test
  void repliesComeWithTheirThreadAndTheRestOfThemIsListed() {
    server().answers(json("third-with-one-of-three-replies"), json("replies-of-the-third"));
    Feed feed = feed();

    Fetch.Page page = page(feed.fetch(Cursor.START));

    assertThat(keys(page))
        .containsExactly(
            "youtube:Ug1#",
            "youtube:Ug2#",
            "youtube:Ug3#",
            "youtube:Ug3.Ug11#",
            "youtube:Ug3.Ug12#",
            "youtube:Ug3.Ug13#");
    assertThat(mentions(page).getLast())
        .satisfies(reply -> {
          assertThat(reply.kind()).isEqualTo(MentionKind.REPLY);
          assertThat(reply.inReplyTo()).hasToString("youtube:Ug3");
          assertThat(reply.conversation()).isEqualTo("Ug3");
          assertThat(reply.link())
              .hasToString("https://www.youtube.com/watch?v=strompris-0&lc=Ug3.Ug13");
        });
    assertThat(server().requests().getLast())
        .startsWith("/youtube/v3/comments?part=snippet&parentId=Ug3&maxResults=100&");

    server().answers(json("third-with-one-of-three-replies"));
    assertThat(page(feed.fetch(page.next())).events()).isEmpty();
    assertThat(server().requests()).filteredOn(asked -> asked.contains("parentId")).hasSize(1);
  }

  @Test
  void aReplyToAnOldCommentIsFoundByTheSecondLook() {
    Feed feed = feed();
    server().answers(threads(thread("new", 50, 0), thread("old", -3000, 2)));
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server()
        .answers(
            threads(thread("new", 50, 0)),
            threads(thread("old", -3000, 3), thread("new", 50, 0)),
            comments(reply("old", 1, -2000), reply("old", 3, 55), reply("old", 2, -1999)));

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(keys(first)).containsExactly("youtube:new#");
    assertThat(keys(second)).containsExactly("youtube:old.r3#");
    assertThat(server().requests().get(2)).contains("part=snippet%2Creplies&id=old%2Cnew&");
    server().answers(threads(thread("new", 50, 0)), threads(thread("old", -3000, 3)));
    assertThat(page(feed.fetch(second.next())).events()).isEmpty();
  }

  @Test
  void anEditIsANewRevisionWhicheverListShowsIt() {
    Feed feed = feed();
    server().answers(threads(thread("a", 2, 0), thread("b", 1, 0)));
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server().answers(threads(edited("a", 2, "Nye ord")), threads(edited("b", 1, "Andre ord")));

    page = page(feed.fetch(page.next()));

    assertThat(page.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(mentions(page)).extracting(Mention::text).containsExactly("Andre ord", "Nye ord");
    assertThat(mentions(page)).extracting(Mention::revision).containsOnly("2026-03-02T08:59:00Z");
    server().answers(threads(edited("a", 2, "Nye ord")), threads(edited("b", 1, "Andre ord")));
    assertThat(page(feed.fetch(page.next())).events()).isEmpty();
  }

  @Test
  void aCommentThatCouldBeFoundAndTwiceCannotIsDeleted() {
    Feed feed = feed();
    Canned both = threads(thread("b", 2, 0), thread("a", 1, 0));
    Canned left = threads(thread("b", 2, 0));
    server().answers(both);
    Fetch.Page page = page(feed.fetch(Cursor.START));
    for (Canned shown : new Canned[] {both, left}) {
      server().answers(shown, shown);
      page = page(feed.fetch(page.next()));
      assertThat(page.events()).isEmpty();
    }
    server().answers(left, NONE);

    page = page(feed.fetch(page.next()));

    assertThat(page.events())
        .containsExactly(new MentionEvent.Deleted(CommentReader.mentionId("a"), NOW));
    server().answers(left, NONE);
    assertThat(page(feed.fetch(page.next())).events()).isEmpty();
  }

  @Test
  void aReplyIsAskedAboutByItself() {
    Feed feed = feed();
    Canned list = threads(thread("a", 1, 1, reply("a", 1, 2)));
    Canned alone = threads(thread("a", 1, 1));
    server().answers(list);
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server().answers(list, list);
    page = page(feed.fetch(page.next()));
    server().answers(alone, comments(reply("a", 1, 2)));
    page = page(feed.fetch(page.next()));
    assertThat(server().requests().getLast()).contains("/comments?part=snippet&id=a.r1&");
    server().answers(alone, comments());
    page = page(feed.fetch(page.next()));
    assertThat(page.events()).isEmpty();
    server().answers(alone, comments());

    assertThat(keys(page(feed.fetch(page.next())))).containsExactly("youtube:a.r1#deleted");
  }

  @Test
  void aCommentThatYouTubeNeverFindsByItsIdIsNotTakenForDeleted() {
    Feed feed = feed();
    server().answers(threads(thread("a", 1, 0)));
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server().answers(NONE);

    for (int look = 0; look < 5; look++) {
      page = page(feed.fetch(page.next()));
      assertThat(page.events()).isEmpty();
    }
  }

  @Test
  void oneIdThatLeadsNowhereDoesNotSpoilTheOthers() {
    Feed feed = feed();
    Canned three = threads(thread("c", 3, 0), thread("b", 2, 0), thread("a", 1, 0));
    Canned gone = error(404, "commentThreadNotFound");
    server().answers(three);
    Fetch.Page page = page(feed.fetch(Cursor.START));
    server()
        .answers(three, gone, gone, threads(edited("b", 2, "Nye ord"), edited("c", 3, "Nye ord")));

    page = page(feed.fetch(page.next()));

    assertThat(server().requests().subList(2, 5))
        .satisfiesExactly(
            asked -> assertThat(asked).contains("id=a%2Cb%2Cc"),
            asked -> assertThat(asked).contains("id=a&"),
            asked -> assertThat(asked).contains("id=b%2Cc"));
    assertThat(mentions(page)).hasSize(2);
  }

  @Test
  void pagesGoBackToWhatIsKnownWhateverIsPinnedOnTop() {
    Feed feed = feed();
    server().answers(threads(thread("a", 1, 0)));
    Fetch.Page first = page(feed.fetch(Cursor.START));
    String kind = "commentThreadListResponse";
    server()
        .answers(
            list(kind, "p2", thread("a", 1, 0), thread("d", 4, 0)),
            list(kind, "p3", thread("c", 3, 0), thread("b", 2, 0)),
            list(kind, "p4", thread("a", 1, 0)),
            NONE);

    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(keys(second)).containsExactly("youtube:b#", "youtube:c#", "youtube:d#");
    assertThat(server().requests()).filteredOn(asked -> asked.contains("pageToken")).hasSize(2);
    assertThat(second.skipped()).isEmpty();
  }

  @Test
  void aListWithoutEndIsReadForTwentyPagesAndSaidToBeLonger() {
    Feed feed = feed();
    server()
        .answers(
            IntStream.range(0, 25)
                .mapToObj(i -> list("commentThreadListResponse", "p" + i, thread("u" + i, 9, 0)))
                .toArray(Canned[]::new));

    Fetch.Page page = page(feed.fetch(Cursor.START));

    assertThat(server().requests()).hasSize(20);
    assertThat(page.events()).hasSize(20);
    assertThat(page.skipped()).hasSize(1);
  }

  @Test
  void twentyThreadsAreListedInOneFetchAndTheOthersInTheNext() {
    server().answers(threads(threadsOf(25, 3)));
    ((WireMockScript) server()).always("/youtube/v3/comments", comments());
    Feed feed = feed();

    Fetch.Page first = page(feed.fetch(Cursor.START));
    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(first.more()).isTrue();
    assertThat(second.more()).isFalse();
    assertThat(server().requests()).filteredOn(asked -> asked.contains("parentId")).hasSize(25);
    assertThat(keys(second)).isEmpty();
  }

  @Test
  void repliesThatYouTubeWillNotListAreSaidOnceAndStopNothing() {
    Feed feed = feed();
    server().answers(threads(thread("a", 1, 3)), error(403, "forbidden"));
    Fetch.Page first = page(feed.fetch(Cursor.START));
    server().answers(threads(thread("a", 1, 3)));
    Fetch.Page second = page(feed.fetch(first.next()));

    assertThat(first.events()).hasSize(1);
    assertThat(first.skipped()).hasSize(1);
    assertThat(second.skipped()).isEmpty();
  }

  @Test
  void aPictureWithoutWordsSpeaksByItsAddressAndNothingAtAllIsSkipped() {
    String picture = ",\"textDisplay\":\"\",\"imageUrl\":\"https://yt3.example/i.png\"";
    String one = thread("a", 1, 0).replace("\"authorChannelId\"", picture.substring(1) + ",\"x\"");
    String none = thread("b", 2, 0).replace("Hei fra b", " ");
    server().answers(threads(none, one.replace("\"textDisplay\": \"Hei fra a\",", "")));

    Fetch.Page page = page(feed().fetch(Cursor.START));

    assertThat(mentions(page))
        .extracting(Mention::text)
        .containsExactly("https://yt3.example/i.png");
    assertThat(page.skipped().getFirst().reason()).isEqualTo("has no words");
  }
}
