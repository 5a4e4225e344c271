package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The customer writes again; and a colleague answered them already. */
class ReturnTest {
  private final TimeLine line = new TimeLine().under(CareRules.whole());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void whoAnsweredHasItAgainWhileTheyAreAtWork() {
    answered();

    line.at("11:00").writes("kari", "2", "1", "Hjalp ikke. Og fakturaen?");

    assertThat(line.maybeTicket("2")).isEmpty();
    assertThat(line.ticket("1").state()).isEqualTo(new TicketState.Claimed(ida(), line.now()));
    assertThat(line.ticket("1").promisedAt()).isEqualTo(line.now().plusSeconds(3600));
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Skrev igjen", "Og fakturaen?");
    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UIDA: Kari (T-1")
        .endsWith("har skrevet igjen, og den er din.");
    assertThat(line.cards(TimeLine.CARE)).hasSize(1);
    assertThat(line.at("11:30").slack.whispers()).hasSize(2);
  }

  @Test
  void afterHoursItIsFreeForAll() {
    answered();

    line.at("19:00").writes("kari", "2", "1", "Hjalp ikke.");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
    assertThat(line.slack.whispers()).isEmpty();
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void whatNeededNoAnswerIsOpenAgainToo() {
    line.at("09:00").writes("kari", "1", "1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.NotWorthAnswering());

    line.at("10:00").writes("kari", "2", "1", "Hallo?");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
  }

  @Test
  void whoAddsSomethingWhileItIsInHandGetsNoSecondCard() {
    line.at("09:00").writes("kari", "1", "1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    line.writes("kari", "2", "1", "og elendig mat");

    assertThat(line.cards(TimeLine.CARE)).hasSize(1);
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("og elendig mat");
    assertThat(line.ticket("1").version()).isEqualTo(1);
    assertThat(line.slack.whispers()).hasSize(1);
  }

  @Test
  void thanksOpenNothing() {
    answered();

    line.at("11:00").writes("kari", "2", "1", "tusen takk, alt i orden");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
  }

  @Test
  void somebodyElseInTheThreadIsTheirOwnMatter() {
    answered();

    line.at("11:00").writes("ola", "2", "1", "elendig service her også");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void editsAndRepetitionsOfTheSecondPostOpenItOnce() {
    answered();
    line.at("11:00").writes("kari", "2", "1", "Hjalp ikke.");
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));

    line.writes("kari", "2", "1", "Hjalp ikke.");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
  }

  @Test
  void aSecondPostThatIsDeletedLeavesTheCard() {
    answered();
    line.at("11:00").writes("kari", "2", "1", "Hjalp ikke.").delete("2");

    assertThat(Texts.of(line.card(TimeLine.CARE))).doesNotContain("Hjalp ikke.");
  }

  @Test
  void aMergedConversationGoesOnWhereItWasMergedInto() {
    line.at("09:00").writes("kari", "1", "1", "elendig service");
    line.writes("kari", "2", "2", "elendig service, også her");
    line.does("ida", TimeLine.CARE, new CareAction.Merge(line.ticket("1").id()));
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Answered(null));

    line.at("10:00").writes("kari", "3", "2", "Hallo?");

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    assertThat(line.maybeTicket("3")).isEmpty();
  }

  @Test
  void anExpertsConversationComesBackToThemToo() {
    line.at("09:00").writes("kari", "1", "1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));

    line.at("10:00").writes("kari", "2", "1", "og varmepumpen om vinteren?");

    assertThat(line.ticket("1").state())
        .isEqualTo(new TicketState.Claimed(new Colleague("ana", "Ana Moen"), line.now()));
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void itDoesNotComeBackToAnExpertWhoTakesAPause() {
    line.at("09:00").writes("kari", "1", "1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim()).does("ana", new TicketAction.Answered(null));
    line.says("ana", "pause 3d");

    line.at("10:00").writes("kari", "2", "1", "og varmepumpen om vinteren?");

    assertThat(line.nudged()).containsExactly("ana", "ben");
  }

  @Test
  void theReplyBeginsAsTheTeamBegins() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    assertThat(text(reply("ida", "1")).initial()).isEqualTo("Hei, og takk for at du sier fra.\n\n");
  }

  @Test
  void aSecondReplyToTheSameCustomerNeedsAYes() {
    line.at("09:00").postBy("kari", "1", "elendig service").postBy("kari", "2", "elendig mat");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Answered(null));
    line.does("jon", TimeLine.CARE, new TicketAction.Claim());
    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Ida Vik har nylig svart samme person");

    Form form = reply("jon", "2");
    assertThat(form.fields().toString()).contains("Ida Vik har nylig svart samme person");
    assertThat(sent("jon", "2", Map.of("text", "Hei"))).containsOnlyKeys("text");
    assertThat(sent("jon", "2", Map.of("text", "Hei", "again", "yes"))).isEmpty();
  }

  @Test
  void onesOwnEarlierReplyIsNoSecondOne() {
    line.at("09:00").postBy("kari", "1", "elendig service").postBy("kari", "2", "elendig mat");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Answered(null));
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    assertThat(sent("ida", "2", Map.of("text", "Hei"))).isEmpty();
  }

  private void answered() {
    line.at("09:00").writes("Kari", "1", "1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Answered(null));
  }

  private Form reply(String who, String mention) {
    return line.desk.open(FormKind.REPLY, on(mention), user(who), Map.of()).orElseThrow();
  }

  private Map<String, String> sent(String who, String mention, Map<String, String> values) {
    return line.desk.submitted("f-" + who + values, user(who), FormKind.REPLY, on(mention), values);
  }

  private ChatEvent.On on(String mention) {
    Subject ticket = new Subject.OfTicket(line.ticket(mention).id());
    return new ChatEvent.On.Card(
        line.store.read(books -> books.placements().of(ticket)).getFirst().id());
  }

  private static Form.Field.Text text(Form form) {
    return form.fields().stream()
        .filter(Form.Field.Text.class::isInstance)
        .map(Form.Field.Text.class::cast)
        .filter(field -> field.id().equals("text"))
        .findFirst()
        .orElseThrow();
  }

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), "");
  }

  private static Colleague ida() {
    return new Colleague("slack:UIDA", "Ida Vik");
  }
}
