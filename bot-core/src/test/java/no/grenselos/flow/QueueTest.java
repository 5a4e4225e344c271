package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customer service's queue: the board, notes, handing over, putting together. */
class QueueTest {
  private final TimeLine line = new TimeLine().under(CareRules.whole());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void theBoardIsPinnedOnceAndEditedInPlace() {
    line.at("09:00").post("1", "elendig service").at("09:01");
    line.post("2", "elendig nettside").at("09:02");

    assertThat(line.board(TimeLine.CARE).headline()).isEqualTo("2 venter, 0 i arbeid");
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(3);
    assertThat(line.slack.pinned()).hasSize(1);

    line.does("ida", TimeLine.CARE, new TicketAction.Claim()).at("09:03");

    assertThat(line.board(TimeLine.CARE).headline()).isEqualTo("Én venter, 1 i arbeid");
    assertThat(Texts.of(line.board(TimeLine.CARE))).contains("Ida Vik har 1", "ledig");
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(3);
  }

  @Test
  void manyChangesAtOnceAreOneEditOfTheBoard() {
    line.at("09:00").post("0", "elendig service").at("09:01");
    int before = boardVersions();

    for (int i = 1; i <= 20; i++) line.post("p" + i, "elendig service");
    assertThat(boardVersions()).isEqualTo(before);
    line.at("09:02");

    assertThat(boardVersions()).isEqualTo(before + 1);
    assertThat(line.board(TimeLine.CARE).headline()).isEqualTo("21 venter, 0 i arbeid");
    assertThat(Texts.of(line.board(TimeLine.CARE))).contains("og 13 til");
  }

  @Test
  void theFirstOfTheBoardIsTakenWithOnePress() {
    line.at("09:00").post("1", "elendig service").at("09:30").post("2", "elendig mat").at("09:31");
    Card.Button.Act take = (Card.Button.Act) line.board(TimeLine.CARE).buttons().getFirst();

    assertThat(take.label()).isEqualTo("Jeg tar " + line.ticket("1").id());
    line.desk.happened(new ChatEvent("b1", ida(), take.on(), new TicketAction.Claim(), line.now()));
    line.settle();

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
  }

  @Test
  void aNoteStandsOnTheCardAndNowhereOutside() {
    line.at("09:00").post("1", "elendig varmepumpe");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    line.does("jon", TimeLine.CARE, new CareAction.AddNote("Kunden ringte i går"));

    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Jon Berg: ", "Kunden ringte i går");
    assertThat(Texts.of(line.card("ana"))).doesNotContain("Kunden ringte");
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void whoIsNotInCareMayNot() {
    line.at("09:00").post("1", "elendig service");

    line.does("ben", TimeLine.CARE, new CareAction.AddNote("hei"));

    assertThat(line.slack.whispers()).containsExactly("UBEN: Det er det kundeservice som gjør.");
    assertThat(Texts.of(line.card(TimeLine.CARE))).doesNotContain("hei");
  }

  @Test
  void anotherTeamTakesItOverAndTheOldCardSaysSo() {
    line.at("09:00").post("1", "elendig service").at("09:01");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    line.does("ida", TimeLine.CARE, new CareAction.GiveToTeam("kommunikasjon")).at("09:02");

    assertThat(Texts.of(line.card(TimeLine.CARE))).contains("Kommunikasjon har overtatt denne");
    assertThat(line.card(TimeLine.CARE).buttons()).isEmpty();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
    assertThat(line.board(TimeLine.CARE).headline()).isEqualTo("Ingen venter, 0 i arbeid");
    assertThat(line.board(TimeLine.FALLBACK).headline()).isEqualTo("Én venter, 0 i arbeid");
    line.does("rag", TimeLine.FALLBACK, new TicketAction.Claim());
    line.shows(TimeLine.FALLBACK, "Ragnhild S har tatt denne");
  }

  @Test
  void onlyTheOwnerOrTheLeadGivesItAway() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    line.does("jon", TimeLine.CARE, new CareAction.GiveToTeam("kommunikasjon"));
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    line.does(
        "lene", TimeLine.CARE, new TicketAction.HandOver(new ChatUser(TimeLine.handle("jon"), "")));
    line.shows(TimeLine.CARE, "Jon Berg har tatt denne");
    line.does("lene", TimeLine.CARE, new TicketAction.Release());
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
  }

  @Test
  void twoOfTheSameGoOnAsOne() {
    line.at("09:00").post("1", "elendig service").post("2", "elendig service igjen");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Claim());

    line.does("ida", TimeLine.CARE, new CareAction.Merge(line.ticket("1").id()));

    assertThat(line.ticket("2").state())
        .isInstanceOfSatisfying(
            TicketState.Closed.class, c -> assertThat(c.reason()).isEqualTo(CloseReason.MERGED));
    assertThat(line.card(TimeLine.CARE, "2").headline())
        .isEqualTo("Denne går videre sammen med en annen");
    assertThat(Texts.of(line.card(TimeLine.CARE, "2"))).contains("Går videre i", "Ida Vik");
    assertThat(Texts.of(line.card(TimeLine.CARE, "1"))).contains("Sammen med");
    line.at("09:01");
    assertThat(line.board(TimeLine.CARE).headline()).isEqualTo("Ingen venter, 1 i arbeid");
  }

  @Test
  void whatIsOverTakesNobodyElseIn() {
    line.at("09:00").post("1", "elendig service").post("2", "elendig service igjen");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.NotWorthAnswering());

    line.does("ida", TimeLine.CARE, new CareAction.Merge(line.ticket("1").id()));

    assertThat(line.ticket("2").state()).isInstanceOf(TicketState.Open.class);
    assertThat(line.slack.whispers()).singleElement().asString().contains("er ferdig");
  }

  @Test
  void theFormsOfferTeamsAndTheSameCustomersOtherPosts() {
    line.at("09:00").postBy("ola", "1", "elendig service").postBy("kari", "2", "elendig mat");
    line.postBy("kari", "3", "elendig kaffe");
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(line.ticket("3").id()));

    Form merge = line.desk.open(FormKind.MERGE, on, ida(), Map.of()).orElseThrow();
    Form give = line.desk.open(FormKind.GIVE, on, ida(), Map.of()).orElseThrow();

    assertThat(options(merge))
        .containsExactly(line.ticket("2").id().toString(), line.ticket("1").id().toString());
    assertThat(options(give)).containsExactly("-", "kommunikasjon");
    assertThat(
            line.desk.submitted(
                "f1",
                ida(),
                FormKind.GIVE,
                on,
                Map.of("team", "kommunikasjon", "colleague", "UJON")))
        .containsOnlyKeys("team");
    assertThat(line.desk.submitted("f2", ida(), FormKind.GIVE, on, Map.of("team", "-")))
        .containsOnlyKeys("colleague");
    assertThat(line.desk.submitted("f3", ida(), FormKind.NOTE, on, Map.of()))
        .containsOnlyKeys("note");
  }

  @Test
  void formsHaveWordsThatFitInBothLanguages() {
    line.at("09:00").post("1", "elendig varmepumpe").post("2", "elendig mat");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Claim());
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(line.ticket("1").id()));
    for (String who : List.of("ana", "ida")) {
      for (FormKind kind :
          List.of(FormKind.NOTE, FormKind.GIVE, FormKind.MERGE, FormKind.ASK_FACT)) {
        ChatUser user = new ChatUser(TimeLine.handle(who), "");
        Form form = line.desk.open(kind, on, user, Map.of()).orElseThrow();

        assertThat(List.of(form.title(), form.submit(), form.cancel()))
            .allMatch(text -> text.length() <= 24);
      }
    }
  }

  @Test
  void theListIsForItsPeopleAndFiltered() {
    line.at("09:00").post("1", "elendig service").post("2", "elendig mat");
    line.does("ida", line.slack.in(TimeLine.CARE).getFirst(), new TicketAction.Claim());

    assertThat(Texts.of(said("ida", "kø"))).contains("Kundeservice", "T-1", "T-2");
    assertThat(Texts.of(said("ida", "kø mine"))).contains("T-1").doesNotContain("T-2 ");
    assertThat(rows(said("ida", "queue free"))).containsExactly(Press.CLAIM);
    assertThat(rows(said("ida", "kø mine"))).containsExactly(Press.RELEASE);
    assertThat(rows(said("jon", "kø mine"))).isEmpty();
    assertThat(Texts.of(said("ben", "kø"))).contains("Du er ikke med");
  }

  @Test
  void everyChoiceOfCareFitsBesideTheRest() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    Card card = line.card(TimeLine.CARE);

    assertThat(card.buttons()).hasSizeLessThanOrEqualTo(3);
    assertThat(card.more()).hasSizeLessThanOrEqualTo(10);
    assertThat(card.more())
        .extracting(Card.Choice::press)
        .contains(Press.NOTE, Press.GIVE, Press.MERGE, Press.ASK_FACT, Press.SEND_TO_CRM)
        .doesNotContain(Press.HAND_OVER);
  }

  private int boardVersions() {
    return line.slack.in(TimeLine.CARE).stream()
        .filter(shown -> !line.cards(TimeLine.CARE).contains(shown))
        .mapToInt(shown -> shown.versions().size())
        .sum();
  }

  private Page said(String who, String words) {
    return line.desk.said("s-" + who + words, new ChatUser(TimeLine.handle(who), ""), words);
  }

  private static List<Press> rows(Page page) {
    return page.blocks().stream()
        .filter(Page.Block.Row.class::isInstance)
        .flatMap(block -> ((Page.Block.Row) block).buttons().stream())
        .map(button -> ((Card.Button.Act) button).press())
        .toList();
  }

  private static List<String> options(Form form) {
    return form.fields().stream()
        .filter(Form.Field.OneOf.class::isInstance)
        .flatMap(field -> ((Form.Field.OneOf) field).options().stream())
        .map(Form.Field.Option::value)
        .toList();
  }

  private static ChatUser ida() {
    return new ChatUser(TimeLine.handle("ida"), "Ida Vik");
  }
}
