package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WeatherTest extends SlackTest {
  @Test
  void aBurstOfThreePostsPassesThenOneEachSecondAndChannel() throws Exception {
    slack.weather().enforceRateLimits(true);
    for (int i = 0; i < 3; i++) {
      post(GENERAL, "m" + i);
    }
    HttpResponse<String> fourth = postRaw(GENERAL);
    HttpResponse<String> elsewhere = postRaw(ANA);
    clock.forward(Duration.ofSeconds(1));

    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(fourth.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(fourth.body()).contains("ratelimited");
    assertThat(elsewhere.statusCode()).isEqualTo(200);
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(200);
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(429);
  }

  @Test
  void aMethodsTierIsItsCallsInAMinute() throws Exception {
    slack.weather().enforceRateLimits(true);
    for (int i = 0; i < 20; i++) {
      ok(api.form("users.list"));
    }
    HttpResponse<String> next = api.send("users.list");
    clock.forward(Duration.ofMinutes(1));

    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(next.headers().firstValue("Retry-After")).hasValue("60");
    ok(api.form("users.list"));
  }

  @Test
  void limitsComeOnDemandAsOftenAsAskedFor() throws Exception {
    slack.weather().rateLimitNext("chat.postMessage", 2, Duration.ofSeconds(30));

    assertThat(postRaw(GENERAL).headers().firstValue("Retry-After")).hasValue("30");
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(429);
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(200);
    assertThat(slack.messages(GENERAL)).hasSize(1);
    assertThat(slack.refusals()).hasSize(2);
  }

  @Test
  void downMeansServiceUnavailableAndNothingDone() throws Exception {
    slack.weather().down(true);
    int status = postRaw(GENERAL).statusCode();
    slack.weather().down(false);

    assertThat(status).isEqualTo(503);
    assertThat(slack.messages(GENERAL)).isEmpty();
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(200);
  }

  @Test
  void droppedConnectionsGiveNoAnswer() throws Exception {
    slack.weather().dropping(true);
    assertThatThrownBy(() -> postRaw(GENERAL)).isInstanceOf(IOException.class);
    slack.weather().dropping(false);

    assertThat(slack.messages(GENERAL)).isEmpty();
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(200);
  }

  @Test
  void aLostAnswerLeavesThePostBehind() throws Exception {
    slack.weather().loseAnswers("chat.postMessage", 1);

    assertThatThrownBy(() -> postRaw(GENERAL)).isInstanceOf(IOException.class);
    assertThat(slack.messages(GENERAL)).hasSize(1);
    assertThat(postRaw(GENERAL).statusCode()).isEqualTo(200);
  }

  @Test
  void slowMeansLater() throws Exception {
    slack.weather().slow(Duration.ofMillis(300));
    long start = System.nanoTime();
    postRaw(GENERAL);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  private HttpResponse<String> postRaw(String channel) throws Exception {
    return api.send("chat.postMessage", "channel", channel, "text", "x");
  }
}
