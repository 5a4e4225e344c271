package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.slack.workspace.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseUrlTest extends SlackTest {
  private TestApp app;
  private URI address;

  @BeforeEach
  void pressAButton() throws Exception {
    app = new TestApp();
    slack.deliverTo(app.address());
    String ts =
        postBlocks(
            GENERAL,
            quoted(
                "[{'type':'actions','elements':[{'type':'button','action_id':'a',"
                    + "'text':{'type':'plain_text','text':'A'}}]}]"));
    slack.people().press(Press.button(ANA, GENERAL, ts, "a"));
    address = URI.create(app.next().payload().path("response_url").asText());
  }

  @AfterEach
  void stopApp() {
    app.close();
  }

  @Test
  void itWorksFiveTimes() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(respond("{'text':'x'}").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> sixth = respond("{'text':'x'}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).isEqualTo("used_url");
  }

  @Test
  void itWorksForThirtyMinutes() throws Exception {
    clock.forward(Duration.ofMinutes(30));
    assertThat(respond("{'text':'x'}").statusCode()).isEqualTo(200);
    clock.forward(Duration.ofSeconds(1));

    assertThat(respond("{'text':'x'}").body()).isEqualTo("expired_url");
  }

  @Test
  void itReplacesTheOriginal() throws Exception {
    respond("{'text':'done','replace_original':true}");

    assertThat(slack.messages(GENERAL))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.path("text").asText()).isEqualTo("done");
          assertThat(message.has("blocks")).isFalse();
        });
  }

  @Test
  void itDeletesTheOriginal() throws Exception {
    respond("{'delete_original':true}");

    assertThat(slack.messages(GENERAL)).isEmpty();
  }

  @Test
  void itWhispersUnlessToldToSpeakUp() throws Exception {
    respond("{'text':'psst'}");
    respond("{'text':'hey','response_type':'in_channel'}");

    assertThat(slack.posts())
        .extracting(Shown::kind)
        .containsExactly(Shown.Kind.POSTED, Shown.Kind.EPHEMERAL, Shown.Kind.POSTED);
    assertThat(slack.messages(GENERAL)).hasSize(2);
  }

  @Test
  void itIsAsStrictAsTheApi() throws Exception {
    HttpResponse<String> refused = respond("{'text':'x','blocks':[{'type':'banner'}]}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo("invalid_blocks");
    assertThat(respond("nonsense").body()).isEqualTo("invalid_payload");
  }

  private HttpResponse<String> respond(String json) throws Exception {
    return api.post(address, "application/json", quoted(json));
  }
}
