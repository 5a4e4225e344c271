package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TeamsWeatherTest extends TeamsTest {
  @Test
  void refusedCallsAreUndoneAndNotTheBotsFault() throws Exception {
    teams.weather().rateLimitNext(1, Duration.ofSeconds(7));
    teams.weather().refuseNext(1, 412);
    HttpResponse<String> limited = hello();
    HttpResponse<String> conflict = hello();
    HttpResponse<String> fine = hello();

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(conflict.statusCode()).isEqualTo(412);
    assertThat(fine.statusCode()).isEqualTo(201);
    assertThat(teams.messages(ANA_ID)).hasSize(1);
    assertThat(teams.refusals()).isEmpty();
    assertThat(teams.calls("send")).isEqualTo(3);
  }

  @Test
  void aLostAnswerIsDone() throws Exception {
    teams.weather().loseAnswers(1);

    assertThatThrownBy(this::hello).isInstanceOf(IOException.class);
    assertThat(teams.messages(ANA_ID)).hasSize(1);
  }

  @Test
  void aDroppedCallIsUndoneAndAGarbledOneDone() throws Exception {
    teams.weather().dropping(true);
    assertThatThrownBy(this::hello).isInstanceOf(IOException.class);
    teams.weather().dropping(false);
    teams.weather().fineNext(1);
    teams.weather().garbleAnswers(1);
    int fine = hello().statusCode();
    HttpResponse<String> garbled = hello();

    assertThat(fine).isEqualTo(201);
    assertThat(garbled.body()).contains("<html>");
    assertThat(teams.messages(ANA_ID)).hasSize(2);
    teams.weather().down(true);
    assertThat(hello().statusCode()).isEqualTo(503);
  }

  @Test
  void slowAnswersAreDoneFirst() throws Exception {
    teams.weather().slow(Duration.ofMillis(300));
    long before = System.nanoTime();
    hello();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void sevenInASecondEightInTwoAndSixtyInThirtyGoThrough() throws Exception {
    teams.weather().enforceRateLimits(true);

    assertThat(sends(7)).isEqualTo(7);
    assertThat(hello().headers().firstValue("Retry-After")).hasValue("1");
    clock.forward(Duration.ofSeconds(1));
    assertThat(sends(2)).isEqualTo(1);
    clock.forward(Duration.ofSeconds(1));
    int through = 8;
    for (int second = 0; second < 27; second++) {
      through += sends(3);
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(through).isEqualTo(60);
    assertThat(api.get("conversations/" + teams.personal(KARI_ID) + "/members").statusCode())
        .isEqualTo(200);
  }

  @Test
  void thirtyCallsOfAnyKindASecondAreAllowedInTheTenant() throws Exception {
    teams.weather().enforceRateLimits(true);
    String members = "conversations/" + teams.personal(ANA_ID) + "/members";
    for (int i = 0; i < 30; i++) {
      assertThat(api.get(members).statusCode()).isEqualTo(200);
    }

    assertThat(code(api.get(members))).isEqualTo("429 TooManyRequests");
  }

  @Test
  void thePaceOfABotIsCounted() throws Exception {
    hello();
    hello();
    clock.forward(Duration.ofSeconds(3));
    hello();

    assertThat(teams.sendsPerSecond(ANA_ID).values()).containsExactly(2L, 1L);
  }

  private int sends(int count) throws Exception {
    int through = 0;
    for (int i = 0; i < count; i++) {
      through += hello().statusCode() == 201 ? 1 : 0;
    }
    return through;
  }

  private HttpResponse<String> hello() throws Exception {
    return api.post(
        "conversations/" + teams.personal(ANA_ID) + "/activities",
        "{'type':'message','text':'hello'}");
  }
}
