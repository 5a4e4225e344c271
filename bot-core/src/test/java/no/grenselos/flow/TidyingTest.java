package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.AuthorName;
import no.grenselos.mention.MentionId;
import no.grenselos.privacy.Forgetting.Forgotten;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Timers;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept goes when its time is over, and when its author asks. */
class TidyingTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aPostGoesNinetyDaysAfterItWasAnsweredAndNotBefore() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    line.pass(Duration.ofDays(30));
    line.does("ana", new TicketAction.Answered(null));

    line.pass(Duration.ofDays(89));
    assertThat(erased("1")).isFalse();
    line.pass(Duration.ofDays(2));

    assertThat(erased("1")).isTrue();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
    assertThat(line.card("ana").toString()).doesNotContain("varmepumpe?");
  }

  @Test
  void workNobodyEndsIsClosedAndGoesAfterAYear() {
    line.at("09:00").post("1", "varmepumpe?");

    line.pass(Duration.ofDays(364));
    assertThat(erased("1")).isFalse();
    line.pass(Duration.ofDays(2));

    assertThat(erased("1")).isTrue();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Closed.class);
  }

  @Test
  void whatWasNobodysWorkGoesFewAtATimeEachNight() {
    line.at("09:00");
    for (int i = 1; i <= 45; i++) line.post("" + i, "fint vær nr " + i);

    line.pass(Duration.ofDays(91));

    for (int i = 1; i <= 45; i++) assertThat(erased("" + i)).isTrue();
    assertThat(told("posts.erased"))
        .containsExactly("20, kept long enough", "20, kept long enough", "5, kept long enough");
  }

  @Test
  void aNightInWhichNothingIsOverSaysNothingAndComesAgain() {
    line.at("09:00").post("1", "fint vær");

    for (int day = 0; day < 3; day++) line.pass(Duration.ofDays(1));

    assertThat(told("posts.erased")).isEmpty();
    List<Timers.Timer> set =
        read(books -> books.timers().due(line.now().plus(Duration.ofDays(1)), 99));
    assertThat(set).filteredOn(timer -> timer.kind().equals("retention")).hasSize(1);
  }

  @Test
  void questionsAndTheLogGoInTheirOwnTime() {
    line.at("09:00");
    line.desk.happened(
        Deeds.event(
            line,
            "asks",
            "ida",
            new ChatEvent.On.Nothing(),
            new AskAction.AskExpert(new ExpertId("ana"), "Hva koster det?", "")));
    line.settle();
    assertThat(line.store.read(books -> books.inquiries().find(1)).isPresent()).isTrue();

    line.pass(Duration.ofDays(91));
    assertThat(line.store.read(books -> books.inquiries().find(1)).isPresent()).isFalse();
    assertThat(read(books -> books.audit().latest(99)).size()).isPositive();

    line.pass(Duration.ofDays(700));
    List<AuditLog.Entry> left = line.store.read(books -> books.audit().latest(99));
    assertThat(left).allMatch(e -> e.at().isAfter(line.now().minus(Duration.ofDays(730))));
  }

  @Test
  void aDeletionTakesWhatIsSetAsideToo() {
    line.at("09:00").post("1", "poison");
    for (int tries = 0; tries < 8; tries++) line.pass(Duration.ofMinutes(2));
    assertThat(line.parkedMentions()).isEqualTo(1);

    line.delete("1");

    assertThat(line.parkedMentions()).isZero();
    assertThat(line.post("1", "fint vær").maybeTicket("1")).isEmpty();
  }

  @Test
  void whoeverAsksIsForgottenAndALaterPostOfTheirsIsNew() {
    AuthorName per = AuthorName.parse("mastodon:@per");
    line.at("09:00").postBy("per", "1", "varmepumpe?").postBy("ola", "2", "varmepumpe!");

    assertThat(line.desk.forgetting().look(per)).isEqualTo(new Forgotten(1, 0));
    assertThat(erased("1")).isFalse();
    assertThat(line.desk.forgetting().forget(per, "adm")).isEqualTo(new Forgotten(1, 0));
    line.settle();

    assertThat(erased("1")).isTrue();
    assertThat(erased("2")).isFalse();
    List<AuditLog.Entry> latest = line.store.read(books -> books.audit().latest(1));
    assertThat(latest)
        .extracting(AuditLog.Entry::who, AuditLog.Entry::what, AuditLog.Entry::detail)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("adm", "author.forgotten", "1 posts"));
    line.postBy("per", "1", "varmepumpe?").postBy("per", "3", "varmepumpe nå?");
    assertThat(erased("1")).isTrue();
    assertThat(erased("3")).isFalse();
  }

  private boolean erased(String post) {
    MentionId id = new MentionId(ScriptedNetwork.NAME, post);
    return line.store
        .read(books -> books.mentions().find(id).map(MentionLog.Logged::erased))
        .orElseThrow();
  }

  private <T> T read(Function<Books, T> look) {
    return line.store.read(look);
  }

  private List<String> told(String what) {
    return line.journal.stream()
        .filter(entry -> entry.what().equals(what))
        .map(AuditLog.Entry::detail)
        .toList();
  }
}
