package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.chat.TicketAction;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Books;
import no.grenselos.store.Errand;
import no.grenselos.store.Inbox;
import no.grenselos.store.Outbox;
import no.grenselos.store.Samples;
import no.grenselos.ticket.AnswerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the parts are doing, and what was set aside. */
class ConditionPagesTest {
  private static ConsoleHouse house;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static <T> T write(Function<Books, T> work) {
    return house.store().write(work);
  }

  @Test
  void aMessageSetAsideIsTriedAgainAndThatIsNoted() throws Exception {
    write(books -> {
      books.outbox().put(new Errand.Publish(new AnswerId(7)), "g", house.now());
      Outbox.Entry entry =
          books.outbox().lease(1, house.now(), house.now().plusSeconds(30)).getFirst();
      return books.outbox().park(entry, "<b>HTTP 403</b>");
    });
    assertThat(house.guest(ConsoleRole.CARE).get("/console/now").body()).doesNotContain("HTTP 403");
    Guest lead = house.guest(ConsoleRole.LEAD);
    assertThat(lead.get("/console/now").body()).contains("&lt;b&gt;HTTP 403&lt;/b&gt;");

    String done = lead.post("/console/now/again", Map.of("key", "publish:A-7")).body();
    String again = lead.post("/console/now/again", Map.of("key", "publish:A-7")).body();

    assertThat(done).contains("It will be tried again").doesNotContain("HTTP 403");
    assertThat(again).contains("not set aside any more");
    long parked = house.store().read(books -> (long) books.outbox().parked(5).size());
    assertThat(parked).isZero();
    String audit = house.guest(ConsoleRole.ADMIN).get("/console/system?what=errand.").body();
    assertThat(audit).contains("errand.revived", "publish:A-7", "house:lead-1");
  }

  @Test
  void aPostAndAPressSetAsideAreTakenUpAgainOnce() throws Exception {
    write(books -> {
      Instant now = house.now();
      books.mentionInbox().add("m#1", "m", new MentionEvent.Deleted(Posts.id("m"), now), now);
      books.mentionInbox().park(lease(books.mentionInbox()), "<i>broken</i>");
      books
          .chatInbox()
          .add("press-1", "ana", Samples.event("press-1", new TicketAction.Later()), now);
      return books.chatInbox().park(lease(books.chatInbox()), "no such card");
    });
    assertThat(house.guest(ConsoleRole.CARE).get("/console/now").body())
        .doesNotContain("no such card");
    assertThat(
            house
                .guest(ConsoleRole.CARE)
                .post("/console/now/again", Map.of("key", "m#1", "what", "post"))
                .statusCode())
        .isEqualTo(403);
    Guest lead = house.guest(ConsoleRole.LEAD);
    assertThat(lead.get("/console/now").body())
        .contains("&lt;i&gt;broken&lt;/i&gt;", "no such card", "Post taken away", ">press<");

    String post = again(lead, "post", "m#1");
    String twice = again(lead, "post", "m#1");
    String press = again(lead, "press", "press-1");

    assertThat(post).contains("It will be tried again").doesNotContain("broken");
    assertThat(twice).contains("not set aside any more");
    assertThat(press).contains("It will be tried again").doesNotContain("no such card");
    long due = house.store().write(books -> (long) lease(books.mentionInbox()).attempts());
    assertThat(due).isEqualTo(1);
    String audit = house.guest(ConsoleRole.ADMIN).get("/console/system?who=house:lead-1").body();
    assertThat(audit).contains("post.revived", "m#1", "press.revived", "press-1");
    assertThat(again(lead, "nothing", "x")).contains("400");
  }

  private static String again(Guest guest, String what, String key) throws Exception {
    var answer = guest.post("/console/now/again", Map.of("key", key, "what", what));
    return answer.statusCode() + answer.body();
  }

  private static <T> Inbox.Entry<T> lease(Inbox<T> inbox) {
    return inbox.lease(1, house.now(), house.now().plusSeconds(30)).getFirst();
  }

  @Test
  void nowSaysWhenEachSourceWasReadAndWhichIsSilent() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    Instant now = house.now();
    house.vitals(Gauged.usual(now));

    assertThat(admin.get("/console/now").body())
        .contains("read 2 min ago", "newest post 14 min old then", "not read yet")
        .contains("HTTP 502")
        .doesNotContain("silent too long");
    house.vitals(Gauged.usual(now.minusSeconds(600)));
    assertThat(admin.get("/console/now/live").body())
        .contains("read 12 min ago", "silent too long");
  }

  @Test
  void systemShowsWhatWasCountedAndWhatRunsHere() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    house.vitals(Gauged.usual(house.now()));

    String page = admin.get("/console/system").body();

    assertThat(page)
        .contains(
            "0.16 / 200.00 USD this month",
            "web1/4711/5f2c1a9e",
            "598 of 600",
            "the network does not say",
            "chat.postMessage",
            "3 of 300 a minute")
        .contains("41 delivered, 2 put off, 1 refused, 0 unsure", "small-model, 127.0.0.1")
        .contains("7 drafts, 2 declined, at most 20 s each", "12,345 tokens")
        .contains("Tables of the store, version", ">17<", Runtime.version().toString());
    house.vitals(new Vitals(List.of(), List.of(), Optional.empty(), Optional.empty()));
    assertThat(admin.get("/console/system").body()).contains("None is set up.");
  }
}
