package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules as text: nothing typed is lost, nothing broken is kept, and there is a way back. */
class RulesTextTest {
  private static final String PATH = "/console/rules";

  private final ConsoleHouse house = ConsoleHouse.open();
  private Guest admin = new Guest(house);

  @BeforeEach
  void enter() throws Exception {
    admin = house.guest(ConsoleRole.ADMIN);
    admin.get(PATH + "/text");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatIsSentAgainUnchangedMakesNoRevision() throws Exception {
    HttpResponse<String> page = save(1, routes());

    assertThat(page.body()).contains("Nothing was different");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void allThatIsWrongIsListedWithItsLineAndTheTextIsKept() throws Exception {
    String broken =
        routes()
            .replace("intent:spam OR", "intent:spam AND (")
            .replace("topic: solar\n", "topic: solarr\n");

    HttpResponse<String> page = save(1, broken);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("2 problems", "data-line=", "routes.yml, line", "solarr")
        .contains("intent:spam AND (", "my reason");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void theCheckWhileTypingSaysTheSame() throws Exception {
    String broken = routes().replace("lane: expert", "lane: experts");

    String part =
        admin
            .post(PATH + "/text/check", Map.of("base", "1", "file", "routes.yml", "text", broken))
            .body();

    assertThat(part).contains("problems to mend", "data-text=\"text-0\"").doesNotContain("<html");
    assertThat(
            admin
                .post(
                    PATH + "/text/check",
                    Map.of("base", "1", "file", "routes.yml", "text", "x".repeat(1_600_000)))
                .body())
        .contains("Longer than");
  }

  @Test
  void whileTypingItIsSaidWhichRouteMatchesNearlyEveryPostThatCameInLately() throws Exception {
    List<TicketId> came =
        house
            .store()
            .write(books ->
                IntStream.range(0, 120)
                    .mapToObj(i -> Posts.open(books, "p" + i, "kari", "Hei", "#care", lately()))
                    .toList());
    assertThat(came).hasSize(120);
    String broad =
        routes().replace("author:(@grinekanalen", "network:mastodon OR author:(@grinekanalen");

    String part =
        admin
            .post(PATH + "/text/check", Map.of("base", "1", "file", "routes.yml", "text", broad))
            .body();

    assertThat(part).contains("matches 100 % of the 120 posts that were looked at");
  }

  @Test
  void whoIsOvertakenSeesBothSidesAndPutsTheirsOnTheNewest() throws Exception {
    Guest other = house.guest(ConsoleRole.ADMIN);
    other.get(PATH + "/text");
    other.post(
        PATH + "/text",
        Map.of(
            "base", "1",
            "file", "routes.yml",
            "text",
                routes().replace("drop: Spam", "drop: Theirs").replace("name: jobs", "name: work"),
            "do", "save"));
    String mine = original().replace("drop: Spam", "drop: Mine");

    HttpResponse<String> both = save(1, mine);

    assertThat(both.statusCode()).isEqualTo(409);
    assertThat(both.body())
        .contains("was faster", "<ins", "drop: Theirs", "drop: Mine", "added:", "removed:")
        .contains("name=\"base\" value=\"1\"");
    String laid =
        admin
            .post(
                PATH + "/text",
                Map.of("base", "1", "file", "routes.yml", "text", mine, "do", "lay"))
            .body();
    assertThat(laid)
        .contains("name=\"base\" value=\"2\"", "# theirs:     drop: Theirs", "name: work");
    assertThat(newest().files().getOrDefault("routes.yml", "")).contains("drop: Theirs");
  }

  @Test
  void aTopicAndItsExpertAreChangedTogether() throws Exception {
    String experts =
        newest()
            .files()
            .getOrDefault("experts.yml", "")
            .replace("[heat-pumps, solar]", "[heat-pumps, wind]");
    String wind = "id: wind\nname: {nb: Vind, en: Wind}\nkeywords: [vindmølle, windmill]\n";

    HttpResponse<String> page =
        admin.send(
            PATH + "/text",
            List.of(
                Map.entry("base", "1"),
                Map.entry("file", "experts.yml"),
                Map.entry("text", experts.replace("\n", "\r\n")),
                Map.entry("file", "topics/wind.yml"),
                Map.entry("text", wind),
                Map.entry("do", "save")));

    assertThat(page.body()).contains("Revision 2 is in force");
    assertThat(newest().files()).containsEntry("topics/wind.yml", wind);
    assertThat(newest().files().getOrDefault("experts.yml", "")).isEqualTo(experts);
  }

  @Test
  void aRevisionIsBroughtBackAsTheNextOne() throws Exception {
    save(1, routes().replace("drop: Spam", "drop: Junk"));
    String page = admin.get(PATH + "/revision/2").body();
    assertThat(page).contains("drop: Junk", "drop: Spam", "my reason");
    assertThat(admin.get(PATH + "/revision/1").body()).contains("Back to revision 1");

    HttpResponse<String> back =
        admin.post(PATH + "/revert", Map.of("revision", "1", "base", "2", "why", "that was wrong"));

    assertThat(back.body()).contains("Revision 3 is in force");
    assertThat(newest().files()).isEqualTo(revision(1).files());
    assertThat(admin.get(PATH + "/history").body()).contains("that was wrong", "Revision 2");
  }

  @Test
  void aRevisionGoesHomeAsFilesAndComesBack() throws Exception {
    HttpResponse<byte[]> zip =
        admin.send(admin.request(PATH + "/revision/1/files"), BodyHandlers.ofByteArray());
    assertThat(zip.headers().firstValue("Content-Disposition").orElse(""))
        .contains("grenselos-rules-1.zip");
    assertThat(names(zip.body())).contains("routes.yml", "topics/solar.yml");

    assertThat(admin.upload(PATH + "/import", "files", "mine.zip", zip.body()).body())
        .contains("Nothing was different");
    String changed = routes().replace("drop: Spam", "drop: Junk");
    byte[] file = changed.getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> page = admin.upload(PATH + "/import", "files", "routes.yml", file);
    assertThat(page.body()).contains("The files are open here", "drop: Junk", "can be used");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void anImportWithFiftyMistakesListsFiftyAndChangesNothing() throws Exception {
    StringBuilder routes = new StringBuilder("routes:\n");
    IntStream.range(0, 50)
        .forEach(i -> routes.append("  - {name: r" + i + ", when: \"text:(\", lane: care}\n"));

    byte[] file = routes.toString().getBytes(StandardCharsets.UTF_8);
    String page = admin.upload(PATH + "/import", "files", "routes.yml", file).body();

    assertThat(page).contains("50 problems");
    assertThat(page.split("class=\"path\"", -1)).hasSizeGreaterThanOrEqualTo(51);
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void hostileArchivesAreRefused() throws Exception {
    byte[] outside = zip("../../etc/cron.d/x", "boo");
    byte[] bomb = zip("routes.yml", "a".repeat(5_000_000));

    assertThat(admin.upload(PATH + "/import", "files", "x.zip", outside).body())
        .contains("whose name the rules do not have");
    assertThat(admin.upload(PATH + "/import", "files", "x.zip", bomb).body())
        .contains("more than 4 MB");
    assertThat(
            admin
                .upload(
                    PATH + "/import", "files", "x.zip", "no zip".getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("no file in it");
    byte[] latin = "name: bl\u00e5".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(admin.upload(PATH + "/import", "files", "routes.yml", latin).body())
        .contains("not UTF-8");
  }

  private HttpResponse<String> save(int base, String text) throws Exception {
    return admin.post(
        PATH + "/text",
        Map.of(
            "base", Integer.toString(base),
            "file", "routes.yml",
            "text", text,
            "why", "my reason",
            "do", "save"));
  }

  private String routes() {
    return newest().files().getOrDefault("routes.yml", "");
  }

  private String original() {
    return revision(1).files().getOrDefault("routes.yml", "");
  }

  private Instant lately() {
    return house.now().minusSeconds(60);
  }

  private Source newest() {
    return house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private Source revision(int number) {
    return house.store().read(books -> books.ruleBooks().find(number)).orElseThrow();
  }

  private static List<String> names(byte[] packed) throws Exception {
    List<String> names = new java.util.ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
        names.add(e.getName());
    }
    return names;
  }

  private static byte[] zip(String name, String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
