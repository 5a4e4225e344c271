package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.AuditLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, by which way, for how long. */
class DoorTest {
  private final ConsoleHouse house = ConsoleHouse.open();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theLocalLinkMakesAdminOnceAndIsNoted() throws Exception {
    String link = house.localLink().getPath();
    Guest first = new Guest(house);

    HttpResponse<String> page = first.get(link);

    assertThat(page.uri().getPath()).isEqualTo("/console/now");
    assertThat(page.body()).contains("Local admin");
    assertThat(new Guest(house).get(link).uri().getQuery()).isEqualTo("why=link");
    List<AuditLog.Entry> noted = house.store().read(books -> books.audit().latest(1));
    assertThat(noted)
        .extracting(AuditLog.Entry::who, AuditLog.Entry::what)
        .containsExactly(tuple("console:local", "console.entered"));
  }

  @Test
  void theLocalLinkLastsTenMinutes() throws Exception {
    String link = house.localLink().getPath();

    house.pass(Duration.ofMinutes(10));

    assertThat(new Guest(house).get(link).uri().getQuery()).isEqualTo("why=link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "Via", "Origin"})
  void theLocalLinkIsNoneForSomebodyElsewhere(String header) throws Exception {
    String link = house.localLink().getPath();
    Guest far = new Guest(house);

    HttpResponse<String> refused = far.send(far.request(link).header(header, "203.0.113.7"));

    assertThat(refused.uri().getQuery()).isEqualTo("why=link");
    // and it was not used up
    assertThat(new Guest(house).get(link).uri().getPath()).isEqualTo("/console/now");
  }

  @Test
  void aNewSessionIsMadeForWhoeverComesIn() throws Exception {
    Guest guest = house.guest(ConsoleRole.CARE);
    String before = guest.cookie("grenselos-session");

    guest.get(house.localLink().getPath());

    assertThat(before).isNotEmpty();
    assertThat(guest.cookie("grenselos-session")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void whoeverIsNamedComesInByTheProviderAndGetsWhereTheyWanted() throws Exception {
    house.issuer().person("sub-1", ConsoleHouse.email(ConsoleRole.CARE), Map.of("name", "Kim"));
    Guest guest = new Guest(house);
    HttpResponse<String> door = guest.get("/console/now");
    assertThat(door.uri().getPath()).isEqualTo("/console/login");

    HttpResponse<String> page = guest.get("/console/login/go/house");

    assertThat(page.uri().getPath()).isEqualTo("/console/now");
    assertThat(page.body()).contains("Kim").doesNotContain("href=\"/console/system\"");
    assertThat(house.issuer().calls())
        .contains("/.well-known/openid-configuration", "/authorize", "/token", "/keys");
  }

  @Test
  void whoeverIsInANamedGroupComesIn() throws Exception {
    house.issuer().person("sub-2", "", Map.of("groups", List.of("Care-People")));

    HttpResponse<String> page = new Guest(house).get("/console/login/go/house");

    assertThat(page.uri().getPath()).isEqualTo("/console/now");
  }

  @Test
  void whoeverIsNotNamedIsToldWhatToDo() throws Exception {
    house.issuer().person("sub-3", "stranger@example.org", Map.of());
    Guest guest = new Guest(house);

    HttpResponse<String> page = guest.get("/console/login/go/house");

    assertThat(page.uri().getPath()).isEqualTo("/console/login");
    assertThat(page.body()).contains("nobody has given you access yet");
    assertThat(guest.get("/console/now").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void anAddressThatNobodyVerifiedCountsForNothing() throws Exception {
    house
        .issuer()
        .person("sub-4", ConsoleHouse.email(ConsoleRole.ADMIN), Map.of("email_verified", false));

    HttpResponse<String> page = new Guest(house).get("/console/login/go/house");

    assertThat(page.uri().getQuery()).isEqualTo("why=unknown");
  }

  @ParameterizedTest
  @EnumSource(value = StandInIssuer.Lie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aTokenThatLiesLetsNobodyIn(StandInIssuer.Lie lie) throws Exception {
    house.issuer().person("sub-5", ConsoleHouse.email(ConsoleRole.ADMIN), Map.of());
    house.issuer().lie(lie);
    Guest guest = new Guest(house);

    HttpResponse<String> page = guest.get("/console/login/go/house");

    assertThat(page.uri().getQuery()).isEqualTo("why=failed");
    assertThat(page.body()).contains("could not be trusted");
    assertThat(guest.get("/console/now").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void anAnswerNobodyAskedForLetsNobodyIn() throws Exception {
    HttpResponse<String> page =
        new Guest(house).get("/console/login/back/house?code=code-1&state=made-up");

    assertThat(page.uri().getQuery()).isEqualTo("why=failed");
  }

  @Test
  void aSessionEndsAfterItsTimeHoweverBusy() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);
    for (int hours = 0; hours < 7; hours++) {
      house.pass(Duration.ofHours(1));
      assertThat(guest.get("/console/now").uri().getPath()).isEqualTo("/console/now");
    }

    house.pass(Duration.ofHours(1));

    assertThat(guest.get("/console/now").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void whoeverDoesNothingIsSignedOutThoughThePageRefreshesItself() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);
    house.pass(Duration.ofMinutes(100));
    guest.get("/console/now/live");

    house.pass(Duration.ofMinutes(20));
    HttpResponse<String> part =
        guest.send(guest.request("/console/now/live").header("HX-Request", "true"));

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Redirect")).contains("/console/login");
  }

  @Test
  void leavingEndsTheSessionHereAndAtTheProvider() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);

    HttpResponse<String> out = guest.post("/console/logout", Map.of());

    assertThat(house.issuer().calls()).contains("/logout");
    assertThat(out.uri().getPath()).isEqualTo("/console/login");
    assertThat(out.body()).contains("You are signed out");
    assertThat(guest.get("/console/now").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void whoeverTriesTooOftenIsAskedToWait() throws Exception {
    Guest guest = new Guest(house);
    int status = 0;
    for (int attempt = 0; attempt < 31; attempt++) {
      status = guest.get("/console/link/wrong" + attempt).statusCode();
    }
    HttpResponse<String> refused = guest.get("/console/link/wrong");

    assertThat(status).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3");
    assertThat(refused.body()).contains("Too many attempts");
    assertThat(guest.get("/console/login").statusCode()).isEqualTo(200);
    house.pass(Duration.ofSeconds(2));
    assertThat(guest.get("/console/link/wrong").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);
    guest.forgetToken();

    assertThat(guest.post("/console/look", Map.of("theme", "dark")).statusCode()).isEqualTo(403);
    assertThat(guest.post("/console/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(guest.cookie("grenselos-theme")).isEmpty();
  }

  @Test
  void noFilterOfTheConsoleSeesACallToTheDoors() throws Exception {
    Guest guest = new Guest(house);

    HttpResponse<String> answer =
        guest.send(guest.request("/in/nobody").POST(BodyPublishers.ofString("a=1")));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("no such door");
    assertThat(answer.headers().map()).doesNotContainKeys("Content-Security-Policy", "Set-Cookie");
    assertThat(Objects.requireNonNull(guest.get("/health/live").body())).contains("true");
  }
}
