package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.grenselos.chat.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsKeysTest {
  private final StandIn microsoft = new StandIn();
  private final TeamsHttp http = new TeamsHttp();
  private final MovedClock clock = new MovedClock();
  private final Signer first = new Signer("k1");
  private final Signer second = new Signer("k2");
  private final TeamsKeys keys = new TeamsKeys(http, microsoft.at("/openid"), clock);

  @AfterEach
  void close() {
    http.close();
    microsoft.close();
  }

  @Test
  void keysAreFetchedWhenFirstNeededAndOnce() {
    first.serve(microsoft, "msteams");

    assertThat(keys.find("k1")).isPresent();
    assertThat(keys.find("k1").orElseThrow().endorsements).containsExactly("msteams");
    assertThat(microsoft.asked()).hasSize(2);
  }

  @Test
  void oneKeyThatIsNotUnderstoodDoesNotSpoilTheOthers() {
    first.serve(microsoft, "msteams");
    String good = first.keys("msteams");
    microsoft.tell(
        "/keys", 200, good.replace("[{", "[{\"kty\":\"RSA\",\"kid\":\"k0\"},5,{\"kid\":\"k9\"},{"));

    assertThat(keys.find("k1")).isPresent();
  }

  @Test
  void floodOfUnknownKeyIdsIsNoFloodOfOurs() {
    first.serve(microsoft, "msteams");
    assertThat(keys.find("k1")).isPresent();

    for (int i = 0; i < 1_000; i++) assertThat(keys.find("forged-" + i)).isEmpty();
    clock.forward(Duration.ofMinutes(5));
    for (int i = 0; i < 1_000; i++) assertThat(keys.find("forged-" + i)).isEmpty();

    assertThat(microsoft.asked("/keys")).isEqualTo(2);
  }

  @Test
  void newKeyIsFoundFiveMinutesAfterTheLastLookAtTheLatest() {
    first.serve(microsoft, "msteams");
    assertThat(keys.find("k1")).isPresent();
    second.serve(microsoft, "msteams");

    assertThat(keys.find("k2")).isEmpty();
    clock.forward(Duration.ofMinutes(5));

    assertThat(keys.find("k2")).isPresent();
    assertThat(keys.find("k1")).as("withdrawn").isEmpty();
  }

  @Test
  void whenFetchingFailsItIsTriedAgainInTenSecondsAndKnownKeysGoOn() {
    first.serve(microsoft, "msteams");
    assertThat(keys.find("k1")).isPresent();
    microsoft.tell("/keys", 503, "");
    clock.forward(Duration.ofHours(25));

    assertThat(keys.find("k1")).isPresent();
    assertThat(keys.find("k2")).isEmpty();
    second.serve(microsoft, "msteams");
    clock.forward(Duration.ofSeconds(10));

    assertThat(keys.find("k2")).isPresent();
  }

  @Test
  void keysThatCannotBeFetchedForDaysAreNotTrustedAnyLonger() {
    first.serve(microsoft, "msteams");
    assertThat(keys.find("k1")).isPresent();
    microsoft.tell("/openid", 503, "");
    clock.forward(Duration.ofDays(3));

    assertThat(keys.find("k1")).isEmpty();
  }

  @Test
  void hangingServerKeepsFewWaitingAndKnownKeysAreFoundAtOnce() throws Exception {
    first.serve(microsoft, "msteams");
    assertThat(keys.find("k1")).isPresent();
    microsoft.hang("/keys");
    clock.forward(Duration.ofMinutes(5));

    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Future<Boolean>> forged =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Boolean>>mapToObj(i -> () -> keys.find("forged-" + i).isPresent())
                  .toList());
      long began = System.nanoTime();
      assertThat(keys.find("k1")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
      for (Future<Boolean> one : forged) assertThat(one.get()).isFalse();
    }
    assertThat(microsoft.asked("/keys")).isEqualTo(2);
  }

  @Test
  void answersThatAreNoKeysAreNotTaken() {
    List<String> wrong =
        List.of(
            "",
            "no json",
            "[]",
            "{\"keys\":[]}",
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\"}]}",
            "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"c2VjcmV0\"}]}",
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}");

    for (String body : wrong) {
      first.serve(microsoft, "msteams");
      microsoft.tell("/keys", 200, body);
      assertThat(keys.find("k1")).as(body).isEmpty();
      clock.forward(Duration.ofMinutes(5));
    }
  }

  @Test
  void keysInTheClearAreNotFetchedNorIsARedirectFollowed() {
    microsoft.tell("/openid", 200, "{\"jwks_uri\":\"http://keys.example/keys\"}");
    assertThat(keys.find("k1")).isEmpty();
    clock.forward(Duration.ofMinutes(5));
    first.serve(microsoft, "msteams");
    microsoft.tell("/moved", 200, first.keys("msteams"));
    microsoft.tell("/keys", 302, "", Map.of("Location", microsoft.at("/moved").toString()));

    assertThat(keys.find("k1")).isEmpty();
    assertThat(microsoft.asked("/moved")).isZero();
  }
}
