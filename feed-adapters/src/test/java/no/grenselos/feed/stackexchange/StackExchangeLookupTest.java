package no.grenselos.feed.stackexchange;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import no.grenselos.web.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackExchangeLookupTest {
  private final LookupScript script = new LookupScript();
  private final HandClock clock = new HandClock();

  @AfterEach
  void close() {
    script.close();
  }

  private Source source(String site) {
    return script.open(
        new StackExchangeFeedProvider(),
        new FeedContext(clock, name -> Optional.empty(), true),
        Map.of("tags", "heat-pump", "api", script.address(), "site", site));
  }

  private PostLookup lookup() {
    return script.lookup(source("stackoverflow"));
  }

  private static List<MentionId> held(String... ids) {
    QuestionReader reader = new QuestionReader("stackoverflow");
    return Stream.of(ids).map(reader::mentionId).toList();
  }

  private static Canned json(String name) {
    return Canned.ok("application/json", fixture("stackexchange/" + name + ".json"));
  }

  private static Canned none(String more) {
    return Canned.ok("application/json", Body.of("{\"items\":[]" + more + "}"));
  }

  @Test
  void unchangedQuestionsHaveTheKeysThatTheFeedGaveThem() {
    Source source = source("stackoverflow");
    script.answers(json("three-posts"));
    Fetch.Page fed = (Fetch.Page) source.feeds().getFirst().fetch(Cursor.START);

    PostLookup.Seen seen = script.seen(script.lookup(source).again(held("701", "702", "703")));

    assertThat(fed.events()).hasSize(3);
    assertThat(seen.events()).hasOnlyElementsOfType(MentionEvent.Edited.class);
    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .containsExactlyElementsOf(fed.events().stream().map(MentionEvent::key).toList());
    assertThat(script.requests().getLast())
        .startsWith("/2.3/questions/701;702;703?site=stackoverflow&");
  }

  @Test
  void anEditHasTheRevisionThatTheFeedGivesIt() {
    script.answers(json("edited-and-answered"));

    assertThat(script.seen(lookup().again(held("702"))).events())
        .extracting(MentionEvent::key)
        .containsExactly("stackexchange:stackoverflow/702#1772441800");
  }

  @Test
  void aQuestionMissingTwiceWasDeleted() {
    script.answers(json("two-of-three-left"), none(""));

    PostLookup.Seen seen = script.seen(lookup().again(held("701", "702", "703")));

    assertThat(seen.events())
        .extracting(MentionEvent::key)
        .contains("stackexchange:stackoverflow/701#deleted")
        .hasSize(3);
    assertThat(script.requests().getLast()).startsWith("/2.3/questions/701?");
  }

  @Test
  void anAnswerThatWasNotWholeIsNoDelete() {
    script.answers(json("two-of-three-left"), json("three-posts"));

    assertThat(script.seen(lookup().again(held("701", "702", "703"))).events())
        .hasOnlyElementsOfType(MentionEvent.Edited.class);
  }

  @Test
  void aRestThatIsAskedForIsTakenBeforeAnythingElseIsAsked() {
    script.answers(none(",\"backoff\":42"));
    PostLookup lookup = lookup();

    for (int look = 0; look < 2; look++) {
      assertThat(lookup.again(held("701")))
          .isInstanceOfSatisfying(Fetch.Wait.class, wait -> assertThat(wait.time()).hasSeconds(42));
    }
    assertThat(script.requests()).hasSize(1);
    clock.forward(Duration.ofSeconds(43));
    script.answers(none(""));
    assertThat(script.seen(lookup.again(held("701"))).events()).hasSize(1);
  }

  @Test
  void questionsOfAnotherSiteAreNotAskedAbout() {
    MentionId other = new QuestionReader("superuser").mentionId("701");

    assertThat(script.seen(lookup().again(List.of(other))).events()).isEmpty();
    assertThat(script.requests()).isEmpty();
  }

  @Test
  void aLinkLeadsToTheQuestion() {
    script.answers(json("three-posts"));

    for (String path : List.of("/questions/701/a-question", "/questions/701", "/q/701/77")) {
      URI link = URI.create("https://stackoverflow.com" + path);
      assertThat(lookup().knows(link)).as(path).isTrue();
      assertThat(script.seen(lookup().find(link)).events())
          .as(path)
          .singleElement()
          .isInstanceOfSatisfying(
              MentionEvent.Posted.class,
              posted -> assertThat(posted.key()).isEqualTo("stackexchange:stackoverflow/701#"));
    }
    script.answers(none(""));
    URI gone = URI.create("https://stackoverflow.com/q/701");
    assertThat(script.seen(lookup().find(gone)).skipped()).hasSize(1);
  }

  @Test
  void everySiteHasItsOwnAddress() {
    Map<String, String> hosts =
        Map.of(
            "cooking", "cooking.stackexchange.com",
            "pt.stackoverflow", "pt.stackoverflow.com",
            "cooking.meta", "cooking.meta.stackexchange.com",
            "mathoverflow.net", "mathoverflow.net",
            "askubuntu", "askubuntu.com");
    hosts.forEach((site, host) -> {
      PostLookup lookup = script.lookup(source(site));
      assertThat(lookup.knows(URI.create("https://" + host + "/q/1"))).as(site).isTrue();
      assertThat(lookup.knows(URI.create("https://stackoverflow.com/q/1"))).as(site).isFalse();
    });
  }

  @Test
  void answersUsersAndTagsAreNoQuestions() {
    for (String other :
        List.of("/a/701", "/questions/701/a-question/702", "/questions/tagged/java", "/users/7")) {
      assertThat(lookup().knows(URI.create("https://stackoverflow.com" + other)))
          .as(other)
          .isFalse();
    }
  }
}
