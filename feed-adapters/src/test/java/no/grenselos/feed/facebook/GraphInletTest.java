package no.grenselos.feed.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.feed.Skipped;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.Test;

class GraphInletTest {
  private static final String SECRET = "s3cret";
  private static final String GONE =
      "\"item\":\"comment\",\"verb\":\"remove\",\"comment_id\":\"12_34\",\"post_id\":\"500_12\"";

  private final Inlet inlet =
      GraphJson.open(
              new FacebookFeedProvider(),
              Map.of("page", "500"),
              GraphJson.context(Clock.systemUTC(), SECRET))
          .inlet()
          .orElseThrow();

  private Told.Posts posts(String body) {
    return (Told.Posts) inlet.receive(GraphJson.signed(body, SECRET));
  }

  private HttpAnswer answer(HttpCall call) {
    return ((Told.Answered) inlet.receive(call)).answer();
  }

  private HttpAnswer asked(String query) {
    return answer(new HttpCall("GET", "/fb", query, Map.of(), Body.NONE));
  }

  @Test
  void itHasTheEntrysName() {
    assertThat(inlet.name()).isEqualTo("fb");
  }

  @Test
  void theCheckIsAnsweredToWhoeverKnowsTheToken() {
    String query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

    assertThat(asked(query + SECRET).status()).isEqualTo(200);
    assertThat(asked(query + SECRET).body().text()).isEqualTo("1158201444");
    assertThat(asked(query + "other").status()).isEqualTo(403);
    assertThat(asked("").status()).isEqualTo(403);
    assertThat(asked("%&=%zz&hub.mode").status()).isEqualTo(403);
  }

  @Test
  void whatIsGenuineIsKeptAndAnsweredOnceForTheSameCall() {
    String body = GraphJson.webhook("page", "feed", GONE);

    assertThat(posts(body).page().events()).hasSize(1);
    assertThat(posts(body).answer().apply(1).status()).isEqualTo(200);
    assertThat(posts(body).key()).isPresent().isEqualTo(posts(body).key());
    assertThat(posts(body + " ").key()).isNotEqualTo(posts(body).key());
  }

  @Test
  void whatIsNotSignedWithOurSecretIsRefused() {
    String body = GraphJson.webhook("page", "feed", GONE);
    HttpCall unsigned = new HttpCall("POST", "/fb", "", Map.of(), Body.of(body));
    HttpCall changed =
        new HttpCall(
            "POST", "/fb", "", GraphJson.signed(body, SECRET).headers(), Body.of(body + " "));

    for (HttpCall call : List.of(unsigned, changed, GraphJson.signed(body, "other"))) {
      assertThat(answer(call).status()).isEqualTo(401);
      assertThat(answer(call).body().text()).contains("FACEBOOK_APP_SECRET");
    }
    assertThat(answer(new HttpCall("PUT", "/fb", "", Map.of(), Body.NONE)).status()).isEqualTo(405);
  }

  @Test
  void whatIsGenuineAndOfNoUseIsAnsweredAndListed() {
    for (String body :
        List.of(
            "{",
            "null",
            "{\"object\":\"user\",\"entry\":[]}",
            GraphJson.webhook("instagram", "comments", "\"id\":\"1\",\"text\":\"x\""),
            GraphJson.webhook("page", "feed", GONE).replace("\"id\":\"500\"", "\"id\":\"501\""))) {
      Told.Posts told = posts(body);

      assertThat(told.page().events()).as(body).isEmpty();
      assertThat(told.page().skipped()).as(body).extracting(Skipped::reason).hasSize(1);
      assertThat(told.answer().apply(0).status()).isEqualTo(200);
    }
  }
}
