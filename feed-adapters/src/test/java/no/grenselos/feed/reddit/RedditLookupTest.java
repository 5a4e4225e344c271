package no.grenselos.feed.reddit;

import static no.grenselos.feed.reddit.RedditJson.answer;
import static no.grenselos.feed.reddit.RedditJson.comment;
import static no.grenselos.feed.reddit.RedditJson.listing;
import static no.grenselos.feed.reddit.RedditJson.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.HandClock;
import no.grenselos.feed.http.LookupScript;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedditLookupTest {
  private final LookupScript script = new LookupScript();

  @BeforeEach
  void giveTokens() {
    script.always(
        "/api/v1/access_token", answer("{\"access_token\":\"t0ken\",\"expires_in\":3600}"));
  }

  @AfterEach
  void close() {
    script.close();
  }

  private Source source() {
    return script.open(
        new RedditFeedProvider(),
        new FeedContext(new HandClock(), name -> Optional.of(new Secret("s3cret")), true),
        Map.of(
            "api", script.address(),
            "auth", script.address(),
            "client-id", "abc",
            "user-agent", "linux:example.lyngheia:v1 (by /u/lyngheia)",
            "account", "lyngheia",
            "comments", "true",
            "subreddits", "norge"));
  }

  private PostLookup lookup() {
    return script.lookup(source());
  }

  private List<String> asked() {
    return script.requests().stream().filter(url -> url.startsWith("/api/info")).toList();
  }

  private static List<MentionId> held(String... names) {
    return List.of(names).stream().map(ThingReader::mentionId).toList();
  }

  @Test
  void unchangedThingsHaveTheKeysThatTheFeedGaveThem() {
    Source source = source();
    String[] things = {
      post(1, ""),
      comment(2, "t3_aa1", ""),
      post(3, "").replace("\"edited\": false", "\"edited\": 1772442000.0")
    };
    script.answers(answer(listing(things)));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);

    PostLookup.Seen seen =
        script.seen(script.lookup(source).again(held("t3_aa1", "t1_bb2", "t3_aa3")));

    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactly("reddit:t3_aa1#", "reddit:t1_bb2#", "reddit:t3_aa3#1772442000")
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
    assertThat(asked().getFirst()).isEqualTo("/api/info?raw_json=1&id=t3_aa1%2Ct1_bb2%2Ct3_aa3");
  }

  @Test
  void whatWasTakenAwayIsDeleted() {
    script.answers(
        answer(
            listing(
                post(1, "").replace("solveig_1", "[deleted]"),
                post(2, ",\"removed_by_category\":\"moderator\""),
                comment(3, "t3_aa1", "").replace("Ja, nr 3 &amp; flere\",", "[removed]\","))));

    assertThat(script.seen(lookup().again(held("t3_aa1", "t3_aa2", "t1_bb3"))).events())
        .extracting(MentionEvent::key)
        .containsExactly("reddit:t3_aa1#deleted", "reddit:t3_aa2#deleted", "reddit:t1_bb3#deleted");
  }

  @Test
  void whatIsMissingIsAskedForAgainBesideOneThatIsThere() {
    script.answers(answer(listing(post(1, ""))), answer(listing(post(1, ""), post(2, ""))));

    PostLookup.Seen seen = script.seen(lookup().again(held("t3_aa1", "t3_aa2", "t3_aa3")));

    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactly("reddit:t3_aa1#", "reddit:t3_aa3#deleted");
    assertThat(asked().getLast()).endsWith("&id=t3_aa2%2Ct3_aa3%2Ct3_aa1");
  }

  @Test
  void anAnswerWithoutAnyOfThemTellsOfNoDeletes() {
    script.answers(answer(listing()));
    assertThat(script.seen(lookup().again(held("t3_aa1", "t3_aa2"))).events()).isEmpty();

    script.answers(answer(listing(post(1, ""))), answer(listing()));
    assertThat(script.seen(lookup().again(held("t3_aa1", "t3_aa2"))).events()).hasSize(1);
  }

  @Test
  void troubleIsTold() {
    script.answers(answer(listing(post(1, ""))), Canned.status(500));
    assertThat(lookup().again(held("t3_aa1", "t3_aa2"))).isInstanceOf(Fetch.Failed.class);

    script.answers(Canned.status(403));
    assertThat(lookup().again(held("t3_aa1"))).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void linksLeadToPostsAndComments() {
    script.answers(answer(listing(post(1, ""), comment(2, "t3_aa1", ""))));

    Map<String, String> links =
        Map.of(
            "https://www.reddit.com/r/norge/comments/aa1/varmepumpa_braker/",
            "t3_aa1",
            "https://old.reddit.com/r/norge/comments/aa1",
            "t3_aa1",
            "https://reddit.com/comments/aa1?share_id=x",
            "t3_aa1",
            "https://redd.it/aa1",
            "t3_aa1",
            "https://www.reddit.com/r/norge/comments/aa1/varmepumpa_braker/bb2/?context=3",
            "t1_bb2",
            "https://www.reddit.com/r/norge/comments/aa1/comment/bb2/",
            "t1_bb2",
            "https://www.reddit.com/user/odd/comments/aa1/_/bb2",
            "t1_bb2");
    links.forEach((link, name) -> {
      assertThat(lookup().knows(URI.create(link))).as(link).isTrue();
      assertThat(script.seen(lookup().find(URI.create(link))).events())
          .as(link)
          .singleElement()
          .isInstanceOfSatisfying(
              MentionEvent.Posted.class,
              posted -> assertThat(posted.key()).isEqualTo("reddit:" + name + "#"));
    });
  }

  @Test
  void aLinkToWhatWasTakenAwayGivesNoPost() {
    script.answers(answer(listing(post(1, "").replace("solveig_1", "[deleted]"))));

    PostLookup.Seen seen = script.seen(lookup().find(URI.create("https://redd.it/aa1")));

    assertThat(seen.events()).isEmpty();
    assertThat(seen.skipped()).hasSize(1);
  }

  @Test
  void otherAddressesAreNotKnown() {
    for (String other :
        List.of(
            "https://www.reddit.com/r/norge/s/AbCdEf",
            "https://www.reddit.com/r/norge/",
            "https://i.redd.it/aa1.png",
            "https://v.redd.it/aa1",
            "https://notreddit.com/comments/aa1",
            "https://reddit.com.example/comments/aa1")) {
      assertThat(lookup().knows(URI.create(other))).as(other).isFalse();
    }
  }
}
