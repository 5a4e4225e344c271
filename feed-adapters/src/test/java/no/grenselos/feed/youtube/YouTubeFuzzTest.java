package no.grenselos.feed.youtube;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class YouTubeFuzzTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
  private static final List<Body> FIXTURES =
      Stream.of(
              "three-posts",
              "third-with-one-of-three-replies",
              "replies-of-the-third",
              "error-key-invalid")
          .map(name -> fixture("youtube/" + name + ".json"))
          .toList();

  @Test
  void whateverIsRecordedIsReadOrSaidToBeUnreadableWithinASecond() {
    Mutations.of(
        FIXTURES,
        file ->
            assertThat(new YouTubeRecording().replay(file))
                .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }

  @Test
  void whateverYouTubeAnswersIsTakenInAndRemembered() {
    FeedContext context = new FeedContext(CLOCK, name -> Optional.empty(), true);
    FeedClient client = new FeedClient(context, Duration.ofSeconds(1));
    HttpUrl nowhere = HttpUrl.get("http://127.0.0.1/");
    // without a key nothing is asked
    YouTubeApi api =
        new YouTubeApi(
            client,
            nowhere,
            Optional.empty(),
            Place.video("strompris-0"),
            new DailyUnits(10_000, CLOCK));

    Mutations.of(
        FIXTURES,
        answer -> {
          SeenComments seen = SeenComments.of(Cursor.START, 1_772_000_000);
          Harvest harvest = new Harvest(api, seen, Duration.ofMinutes(5));
          items(answer).forEach(harvest::thread);
          items(answer).forEach(harvest::reply);
          harvest.take(new CommentReader(Optional.empty()), CLOCK);
          Cursor next = seen.cursor(api.units().spent());
          assertThat(SeenComments.of(next, 0).cursor(api.units().spent())).isEqualTo(next);
        });
  }

  @Test
  void whateverACursorHoldsItIsReadAndWrittenAgain() {
    String good =
        "{\"start\":1,\"floor\":2,\"day\":\"2026-03-02\",\"units\":3,\"seen\":"
            + "{\"a\":[\"\",9,0,\"v\",1],\"a.b\":[\"r\",9,-2,\"v\",2]}}";

    Mutations.of(
        List.of(Body.of(good)),
        text -> {
          SeenComments seen = SeenComments.of(new Cursor(Body.of(text).text()), 5);
          seen.turn(50).ids().forEach(seen::missed);
          assertThat(seen.cursor(seen.spent())).isNotNull();
        });
  }

  private static List<JsonNode> items(byte[] answer) {
    return switch (YouTubeApi.loaded(Json.parse(answer).orElseGet(Json::object))) {
      case YouTubeApi.Loaded.Page page -> page.items();
      case YouTubeApi.Loaded.Not not -> List.of();
    };
  }
}
