package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import org.junit.jupiter.api.Test;

class JetstreamRecordingTest {
  private static final String RECORD =
      "{\"$type\":\"app.bsky.feed.post\",\"createdAt\":\"2026-03-02T08:00:00Z\",\"langs\":[\"nb\"],\"text\":\"Kald"
          + " stue 🥶\",\"reply\":{\"root\":{\"cid\":\"bafyroot\","
          + "\"uri\":\"at://did:plc:per/app.bsky.feed.post/3root\"},\"parent\":{\"cid\":\"bafyparent\","
          + "\"uri\":\"at://did:plc:per/app.bsky.feed.post/3parent\"}}}";
  private static final String LIKE =
      older("create", "app.bsky.feed.like", "3like")
          .formatted(
              ",\"record\":{\"subject\":{\"uri\":\"at://did:plc:kari/app.bsky.feed.post/3post\"}}");
  private static final String POST =
      older("create", AtUri.POSTS, "3post").formatted(content("bafya"));
  private static final String DELETE = older("delete", AtUri.POSTS, "3post").formatted("");
  private static final String ACCOUNT =
      "{\"did\":\"did:plc:kari\",\"time_us\":1772438400000000,\"kind\":\"account\",\"account\":{}}";

  private static String content(String cid) {
    return ",\"cid\":\"" + cid + "\",\"record\":" + RECORD;
  }

  private static String older(String operation, String collection, String key) {
    return "{\"did\":\"did:plc:kari\",\"time_us\":1772438401500000,\"kind\":\"commit\",\"commit\":"
        + "{\"rev\":\"r\",\"operation\":\""
        + operation
        + "\",\"collection\":\""
        + collection
        + "\",\"rkey\":\""
        + key
        + "\"%s}}";
  }

  private static String newer(String operation, String rest) {
    return "{\"$type\":\"message\",\"payload\":{\"$type\":"
        + "\"network.bsky.jetstream.subscribeEvents#commit\",\"did\":\"did:plc:kari\",\"seq\":7,"
        + "\"time\":\"2026-03-02T08:00:01.5Z\",\"rev\":\"r\",\"collection\":\"app.bsky.feed.post\","
        + "\"rkey\":\"3post\",\"operation\":\""
        + operation
        + "\""
        + rest
        + "}}";
  }

  @Test
  void bothFormsOfTheStreamSayTheSame() {
    Fetch.Page old =
        page(POST, older("update", AtUri.POSTS, "3post").formatted(content("bafyb")), DELETE);
    Fetch.Page young =
        page(
            newer("create", content("bafya")),
            newer("update", content("bafyb")),
            newer("delete", ""));

    assertThat(young.events()).isEqualTo(old.events());
    assertThat(old.events())
        .extracting(MentionEvent::key)
        .containsExactly(
            "bluesky:at://did:plc:kari/app.bsky.feed.post/3post#",
            "bluesky:at://did:plc:kari/app.bsky.feed.post/3post#bafyb",
            "bluesky:at://did:plc:kari/app.bsky.feed.post/3post#deleted");
    MentionEvent.Posted posted = (MentionEvent.Posted) old.events().getFirst();
    assertThat(posted.mention().text()).isEqualTo("Kald stue 🥶");
    assertThat(posted.mention().kind()).isEqualTo(MentionKind.REPLY);
    assertThat(posted.mention().conversation())
        .isEqualTo("at://did:plc:per/app.bsky.feed.post/3root");
    assertThat(((MentionEvent.Deleted) old.events().getLast()).noticedAt())
        .isEqualTo(Instant.parse("2026-03-02T08:00:01.5Z"));
  }

  @Test
  void whatIsNoPostIsListedTogetherByItsReason() {
    Fetch.Page page = page(LIKE, POST, "", LIKE, ACCOUNT, "{\"broken", LIKE);

    assertThat(page.events()).hasSize(1);
    assertThat(page.skipped())
        .containsExactly(
            new Skipped("line 1 and 2 more", "is about app.bsky.feed.like"),
            new Skipped("line 5", "is about an account, not a post"),
            new Skipped("line 6", "is no event of the stream"));
  }

  @Test
  void aPostThatCannotBeReadIsListedAndTheOthersCome() {
    Fetch.Page page =
        page(
            older("create", AtUri.POSTS, "3 bad key").formatted(content("c")),
            older("create", AtUri.POSTS, "3post").formatted(",\"record\":{}"),
            older("rename", AtUri.POSTS, "3post").formatted(""),
            POST);

    assertThat(page.events()).hasSize(1);
    assertThat(page.skipped())
        .extracting(Skipped::reason)
        .containsExactly("names no post", "has no text", "does something unknown to a post");
  }

  @Test
  void aFileOfSomethingElseIsNotRead() {
    for (String file : List.of("", "\n\n", "{}", "[]", "inspect-all\nwarnings (1):")) {
      assertThat(replay(file)).isInstanceOf(Fetch.Failed.class);
    }
  }

  @Test
  void likesAreTurnedAwayBeforeTheyAreRead() {
    assertThat(JetstreamReader.mayBePost(bytes(LIKE))).isFalse();
    assertThat(JetstreamReader.mayBePost(bytes(POST))).isTrue();
    assertThat(JetstreamReader.mayBePost(bytes(DELETE))).isTrue();
    assertThat(JetstreamReader.mayBePost(bytes("\"app.bsky.feed.post\""))).isTrue();
    assertThat(JetstreamReader.mayBePost(bytes("x".repeat(19) + "\"app.bsky.feed.post\"")))
        .isTrue();
    assertThat(JetstreamReader.mayBePost(new byte[0])).isFalse();
  }

  private static Fetch.Page page(String... lines) {
    return (Fetch.Page) replay(String.join("\n", lines) + "\n");
  }

  private static Fetch replay(String file) {
    return new JetstreamRecording().replay(bytes(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
