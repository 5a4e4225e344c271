package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.grenselos.chat.MovedClock;
import no.grenselos.config.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsTokensTest {
  private static final String PATH = "/login/" + Signer.TENANT + "/oauth2/v2.0/token";

  private final StandIn microsoft = new StandIn();
  private final TeamsHttp http = new TeamsHttp();
  private final MovedClock clock = new MovedClock();
  private final TeamsTokens tokens =
      new TeamsTokens(http, SettingsOf.microsoftAt(microsoft), clock);

  @AfterEach
  void close() {
    http.close();
    microsoft.close();
  }

  private void gives(String token) {
    microsoft.tell(PATH, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
  }

  private static TeamsTokens.Answer have(String token) {
    return new TeamsTokens.Answer.Have(new Secret(token));
  }

  @Test
  void tokenIsAskedForAsTheBotAndKeptUntilFiveMinutesBeforeItsEnd() {
    gives("one");

    assertThat(tokens.token()).isEqualTo(have("one"));
    gives("two");
    clock.forward(Duration.ofMinutes(54));
    assertThat(tokens.token()).isEqualTo(have("one"));
    clock.forward(Duration.ofMinutes(1));
    assertThat(tokens.token()).isEqualTo(have("two"));

    assertThat(microsoft.asked()).hasSize(2);
    assertThat(microsoft.asked().getFirst().body())
        .contains("grant_type=client_credentials")
        .contains("client_id=" + Signer.APP)
        .contains("client_secret=the-password")
        .contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default");
  }

  @Test
  void manyAtOnceFetchOnce() throws Exception {
    gives("one");

    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<TeamsTokens.Answer>> all =
          IntStream.range(0, 64)
              .<Callable<TeamsTokens.Answer>>mapToObj(i -> tokens::token)
              .toList();
      for (Future<TeamsTokens.Answer> one : threads.invokeAll(all))
        assertThat(one.get()).isEqualTo(have("one"));
    }

    assertThat(microsoft.asked()).hasSize(1);
  }

  @Test
  void wrongSecretIsRefusedWithWhatToDoAndAskedAboutTwiceAMinute() {
    microsoft.tell(
        PATH,
        401,
        "{\"error\":\"invalid_client\",\"error_description\":"
            + "\"AADSTS7000215: Invalid client secret provided.\"}");

    assertThat(tokens.token())
        .isInstanceOfSatisfying(
            TeamsTokens.Answer.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("token", "invalid_client", "AADSTS7000215");
              assertThat(refused.whatToDo()).contains("Value", "TEAMS_APP_PASSWORD");
            });
    for (int i = 0; i < 100; i++) tokens.token();
    assertThat(microsoft.asked()).hasSize(1);
    gives("mended");
    clock.forward(Duration.ofSeconds(30));
    assertThat(tokens.token()).isEqualTo(have("mended"));
  }

  @Test
  void appOfAnotherTenantIsToldToBeOfASingleOne() {
    microsoft.tell(
        PATH,
        400,
        "{\"error\":\"unauthorized_client\",\"error_description\":\"AADSTS700016: not found\"}");

    assertThat(tokens.problem().orElseThrow()).contains("single tenant", "chats.teams.app-id");
  }

  @Test
  void whileMicrosoftIsAwayTheOldTokenServesToItsEnd() {
    gives("one");
    tokens.token();
    microsoft.tell(PATH, 503, "");
    clock.forward(Duration.ofMinutes(56));

    assertThat(tokens.token()).isEqualTo(have("one"));
    clock.forward(Duration.ofMinutes(4));

    assertThat(tokens.token())
        .isInstanceOfSatisfying(
            TeamsTokens.Answer.NotReached.class,
            none -> assertThat(none.reason()).contains("token", "503"));
  }

  @Test
  void answersThatAreNoTokenAreNotTaken() {
    for (String body : List.of("", "no json", "{}", "[]", "{\"access_token\":\"\"}")) {
      microsoft.tell(PATH, 200, body);
      assertThat(tokens.token()).isInstanceOf(TeamsTokens.Answer.NotReached.class);
      clock.forward(Duration.ofMinutes(1));
    }
    microsoft.cut(PATH);
    assertThat(tokens.token()).isInstanceOf(TeamsTokens.Answer.NotReached.class);
  }

  @Test
  void droppedTokenIsFetchedAgainUnlessItIsNew() {
    gives("one");
    tokens.token();
    gives("two");

    tokens.drop();
    assertThat(tokens.token()).isEqualTo(have("one"));
    clock.forward(Duration.ofMinutes(2));
    tokens.drop();

    assertThat(tokens.token()).isEqualTo(have("two"));
  }

  @Test
  void aTokenEndsInTimeAndMayBeDroppedAlsoWhenTheClockIsSetBack() {
    gives("one");
    tokens.token();
    clock.forward(Duration.ofMinutes(-30));
    assertThat(tokens.token()).isEqualTo(have("one"));
    gives("two");
    clock.forward(Duration.ofMinutes(2));
    tokens.drop();
    assertThat(tokens.token()).isEqualTo(have("two"));

    clock.forward(Duration.ofMinutes(-30));
    assertThat(tokens.token()).isEqualTo(have("two"));
    gives("three");
    clock.forward(Duration.ofMinutes(55));
    assertThat(tokens.token()).isEqualTo(have("three"));
  }

  @Test
  void tokenNeverShows() {
    gives("one");

    assertThat(tokens.token().toString()).doesNotContain("one");
  }
}
