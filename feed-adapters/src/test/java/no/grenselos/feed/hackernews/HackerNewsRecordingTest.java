package no.grenselos.feed.hackernews;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Mutations;
import no.grenselos.mention.MentionEvent;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class HackerNewsRecordingTest {
  private final HackerNewsFeedProvider provider = new HackerNewsFeedProvider();

  @Test
  void answersOfEveryKindAreReadAndAnItemComesOnce() {
    Fetch.Page page = replay(fixture("hackernews/recorded-answers.json"));

    assertThat(page.events())
        .extracting(event -> event.id().id())
        .containsExactly("500", "501", "401", "402");
    assertThat(page.skipped()).hasSize(1);
  }

  @Test
  void itemsOfTheSiteAreReadOneALine() {
    Body lines =
        Body.of(
            """
            {"id":1,"by":"a","time":1772441400,"type":"story","title":"T &amp; t","url":"ftp://x"}
            {"id":2,"deleted":true,"time":1772441401,"type":"comment"}
            {"id":3,"by":"a","parent":1,"time":1772441402,"type":"comment","text":"c"}
            {"id":4,"by":
            """);

    Fetch.Page page = replay(lines);

    assertThat(page.events()).hasSize(3);
    assertThat(page.events().get(0))
        .isInstanceOfSatisfying(
            MentionEvent.Posted.class,
            posted -> assertThat(posted.mention().text()).isEqualTo("T & t"));
    assertThat(page.events().get(1)).isInstanceOf(MentionEvent.Deleted.class);
    assertThat(page.skipped().getFirst().item()).isEqualTo("line 4");
  }

  @Test
  void noFileThrowsOrTakesLong() {
    List<Body> fixtures =
        List.of(
            fixture("hackernews/three-posts.json"),
            fixture("hackernews/item-edited.json"),
            fixture("hackernews/item-deleted.json"),
            fixture("hackernews/recorded-answers.json"));

    Mutations.of(fixtures, file -> assertThat(provider.replay(file)).isNotNull());
  }

  private Fetch.Page replay(Body file) {
    return (Fetch.Page) provider.replay(file.bytes());
  }
}
