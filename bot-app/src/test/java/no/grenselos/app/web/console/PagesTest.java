package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page must do: open to its roles alone, safe headers, small, in two languages. */
class PagesTest {
  private static final int MOST_BYTES = 200_000;
  private static ConsoleHouse house;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Arguments> pagesAndRoles() {
    return Stream.of(ConsolePage.values())
        .flatMap(page -> Stream.of(ConsoleRole.values()).map(role -> Arguments.of(page, role)));
  }

  @ParameterizedTest
  @MethodSource("pagesAndRoles")
  void aPageOpensToItsRolesAlone(ConsolePage page, ConsoleRole role) throws Exception {
    Guest guest = house.guest(role);

    HttpResponse<String> answer = guest.get(page.path());

    boolean opens = page.readers().contains(role);
    assertThat(answer.statusCode()).isEqualTo(opens ? 200 : 403);
    assertThat(answer.body()).contains(opens ? "<h1" : "Not for you");
    assertThat(guest.get("/console").body().contains("href=\"" + page.path() + "\""))
        .isEqualTo(opens && !ConsolePage.of(visitor(role)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pagesAndRoles")
  void onlyWhoMayChangeAPageMaySendThere(ConsolePage page, ConsoleRole role) throws Exception {
    Guest guest = house.guest(role);

    int status = guest.post(page.path() + "/nothing-like-this", Map.of()).statusCode();

    assertThat(status).isEqualTo(page.writers().contains(role) ? 404 : 403);
  }

  @ParameterizedTest
  @EnumSource(ConsolePage.class)
  void aPageLeadsToTheDoorWithoutASession(ConsolePage page) throws Exception {
    assertThat(new Guest(house).get(page.path()).uri().getPath()).isEqualTo("/console/login");
  }

  @ParameterizedTest
  @EnumSource(ConsolePage.class)
  void aPageIsSmallAndSpeaksBothLanguages(ConsolePage page) throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);

    String english = guest.get(page.path()).body();
    String norwegian =
        guest.send(guest.request(page.path()).setHeader("Accept-Language", "nn-NO")).body();

    assertThat(english.length()).isLessThan(MOST_BYTES);
    assertThat(english).contains("<html", "lang=\"en\"").doesNotContain("??");
    assertThat(norwegian).contains("lang=\"nb\"", "Logg ut").doesNotContain("??");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/login",
        "/console/now",
        "/console/nowhere",
        "/console/static/console.css"
      })
  void aBrowserIsToldWhatOurPagesMayDo(String path) throws Exception {
    HttpResponse<String> page = house.guest(ConsoleRole.ADMIN).get(path);

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
        .contains("base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void theSessionsCookieIsForTheServerAlone() throws Exception {
    HttpResponse<String> entered = new Guest(house).get(house.localLink().getPath());

    String cookie =
        Stream.iterate(
                entered,
                answer -> answer.previousResponse().isPresent(),
                answer -> answer.previousResponse().orElseThrow())
            .flatMap(answer ->
                answer.previousResponse().orElseThrow().headers().allValues("Set-Cookie").stream())
            .filter(text -> text.startsWith("grenselos-session="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie)
        .contains("HttpOnly", "SameSite=Lax", "Path=/console")
        .doesNotContain("Secure");
  }

  @Test
  void withHttpsBeforeUsCookiesAreSecureAndBrowsersComeByHttpsOnly() throws Exception {
    URI url = URI.create("https://grenselos.example");
    try (ConsoleHouse encrypted =
        ConsoleHouse.open((issuer, own) -> ConsoleHouse.settings(issuer, null, url))) {
      HttpResponse<String> door =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(encrypted.localLink()).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(door.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=63072000");
      assertThat(door.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }
  }

  @Test
  void noCacheKeepsAPage() throws Exception {
    HttpResponse<String> page = house.guest(ConsoleRole.ADMIN).get("/console/now");

    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void whatIsNotOpenedIsClosed() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);

    HttpResponse<String> nowhere = admin.get("/console/nowhere");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).contains("There is nothing here");
    assertThat(admin.post("/console/nowhere", Map.of()).statusCode()).isEqualTo(404);
    assertThat(admin.get("/console/nowhere/rules").statusCode()).isEqualTo(404);
    assertThat(admin.get("/console/rules/nowhere").statusCode()).isEqualTo(404);
    assertThat(new Guest(house).get("/console/nowhere").uri().getPath())
        .isEqualTo("/console/login");
    assertThat(admin.get("/console/static/nowhere.css").statusCode()).isEqualTo(404);
    assertThat(admin.get("/console/static/../../application.properties").statusCode())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void languageAndColoursAreRemembered() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);

    guest.post("/console/look", Map.of("language", "nb", "to", "/console/system"));
    HttpResponse<String> page =
        guest.post("/console/look", Map.of("theme", "dark", "to", "/console/system"));

    assertThat(page.uri().getPath()).isEqualTo("/console/system");
    assertThat(page.body()).contains("lang=\"nb\"", "data-theme=\"dark\"");
    assertThat(guest.post("/console/look", Map.of("to", "https://evil.example")).uri().getPath())
        .isEqualTo("/console/now");
  }

  @Test
  void whatAPageNeedsIsLight() throws Exception {
    Guest guest = new Guest(house);

    int css = guest.get("/console/static/console.css").body().length();
    int script = guest.get("/console/static/lib/htmx.org/dist/htmx.min.js").body().length();
    int pictures =
        guest.get("/console/static/border.svg").body().length()
            + guest.get("/console/static/mark.svg").body().length();

    assertThat(css).isBetween(1_000, 25_000);
    assertThat(css + script + pictures).isBetween(40_000, 90_000);
  }

  @Test
  void whileTheStoreIsAwayThePageSaysWhatIsSafe() throws Exception {
    Guest guest = house.guest(ConsoleRole.ADMIN);
    house.lose("the disk is full");
    try {
      HttpResponse<String> page = guest.get("/console/now");

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("Nothing is lost");
    } finally {
      house.lose("");
    }
  }

  private static no.grenselos.app.admission.Visitor visitor(ConsoleRole role) {
    return new no.grenselos.app.admission.Visitor(
        "x", "X", java.util.Set.of(role), null, null, java.util.Set.of());
  }
}
