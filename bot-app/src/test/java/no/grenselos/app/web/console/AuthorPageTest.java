package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.AuditLog;
import no.grenselos.store.MentionLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody outside asks what is kept of them, and has it erased. */
class AuthorPageTest {
  private static final String PATH = "/console/system/author";
  private static final Map<String, String> KARI = Map.of("author", "mastodon:@kari");

  private final ConsoleHouse house = ConsoleHouse.open();

  AuthorPageTest() {
    boolean unused =
        house
            .store()
            .write(books -> {
              Posts.open(books, "1", "kari", "Bråker varmepumpa?", "#kundeservice", house.now());
              Posts.open(books, "2", "ola", "Hva koster strøm?", "#kundeservice", house.now());
              return true;
            });
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAdminLooksConfirmsAndErases() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    HttpResponse<String> asked = admin.get(PATH);
    assertThat(asked.body()).contains("network&#39;s own id").doesNotContain("One post");

    HttpResponse<String> found = admin.post(PATH, KARI);
    assertThat(found.body()).contains("One post", "Erasing cannot be undone");
    assertThat(erased("1")).isFalse();

    HttpResponse<String> gone = admin.post(PATH + "/forget", KARI);

    assertThat(gone.body()).contains("One post is erased.");
    assertThat(erased("1")).isTrue();
    assertThat(erased("2")).isFalse();
    List<AuditLog.Entry> noted = house.store().read(books -> books.audit().latest(9));
    assertThat(noted)
        .anySatisfy(entry -> {
          assertThat(entry.what()).isEqualTo("author.forgotten");
          assertThat(entry.detail()).isEqualTo("1 posts");
        });
    assertThat(noted.toString()).doesNotContain("kari");
  }

  @Test
  void anAdminDownloadsWhatIsKept() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    admin.get(PATH);

    HttpResponse<String> export = admin.post(PATH + "/export", KARI);

    assertThat(export.headers().firstValue("content-type").orElse("")).contains("application/json");
    assertThat(export.body())
        .contains("\"text, newest first\" : [ \"Bråker varmepumpa?\" ]")
        .doesNotContain("strøm?");
  }

  @Test
  void whatNamesNobodyIsSaidSo() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    admin.get(PATH);

    assertThat(admin.post(PATH, Map.of("author", "kari")).body()).contains("I cannot read that.");
    assertThat(admin.post(PATH + "/forget", Map.of("author", "kari")).statusCode()).isEqualTo(400);
  }

  @Test
  void nobodyElseMayAndNothingWorksWithoutTheFormsToken() throws Exception {
    for (ConsoleRole role : List.of(ConsoleRole.LEAD, ConsoleRole.CARE, ConsoleRole.READER)) {
      Guest guest = house.guest(role);
      assertThat(guest.get(PATH).statusCode()).isEqualTo(403);
      assertThat(guest.post(PATH + "/forget", KARI).statusCode()).isEqualTo(403);
    }
    Guest admin = house.guest(ConsoleRole.ADMIN);
    HttpResponse<String> forged =
        admin.send(
            admin
                .request(PATH + "/forget")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("author=mastodon:@kari")));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(erased("1")).isFalse();
  }

  private boolean erased(String id) {
    return house
        .store()
        .read(b -> b.mentions().find(Posts.id(id)).map(MentionLog.Logged::erased))
        .orElseThrow();
  }
}
