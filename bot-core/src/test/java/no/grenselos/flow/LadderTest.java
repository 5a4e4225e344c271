package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Level;
import no.grenselos.memory.Kept;
import no.grenselos.store.Memory;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far somebody's words go: watch, advise, draft, post. Liv and Odd are communications. */
class LadderTest {
  private final TimeLine line = new TimeLine();
  private final Desktop ana = new Desktop(line, "ana");
  private final Desktop liv = new Desktop(line, "liv");

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void whoeverWatchesIsNotAsked() {
    line.at("09:00").level("ana", Level.WATCH).post("1", "Bråker en varmepumpe?");

    assertThat(line.nudged()).containsExactly("ben");
  }

  @Test
  void adviceGoesToCommunicationsWhoAnswerWithIt() {
    line.at("09:00").level("ana", Level.ADVISE).post("1", "Bråker en varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    ana.press(Press.REPLY);
    assertThat(ana.form().title()).isEqualTo("Your advice");
    ana.type("text", "Lite, om den står på føtter.").sends();

    assertThat(line.mastodon.replies()).isEmpty();
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Open.class);
    assertThat(line.slack.whispers())
        .containsExactly("UANA: Thank you. Communications have your advice and take it from here.");
    line.shows(TimeLine.FALLBACK, "Ana Moen kan dette, og sier hva vi bør svare");
    assertThat(liv.reads(TimeLine.FALLBACK)).contains("Lite, om den står på føtter.");

    liv.press(TimeLine.FALLBACK, Press.REPLY);
    assertThat(liv.typed("text")).isEqualTo("Lite, om den står på føtter.");
    liv.type("text", "Hei! Lite, om den står på føtter.").sends();

    assertThat(line.mastodon.replies().values())
        .containsExactly("Hei! Lite, om den står på føtter.");
    line.shows(TimeLine.FALLBACK, "Liv Aas har svart, med råd fra Ana Moen");
    line.shows("ana", "Liv Aas answered");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void adviceCanBeTakenFirstAndAnsweredByHand() {
    line.at("09:00").level("ana", Level.ADVISE).postByHand("1", "Bråker en varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    ana.press(Press.REPLY).type("text", "Lite.").sends();

    line.desk.happened(
        new ChatEvent(
            "claim",
            new ChatUser(TimeLine.handle("odd"), ""),
            new ChatEvent.On.About(new Subject.OfTicket(line.ticket("1").id())),
            new TicketAction.Claim(),
            line.now()));
    line.settle();

    line.shows(TimeLine.FALLBACK, "Odd Eide svarer, med råd fra Ana Moen");
    assertThat(buttons()).hasSize(3).anyMatch(Card.Button.Go.class::isInstance);
  }

  @Test
  void aDraftGoesOutWhenAColleagueSaysYes() {
    propose("Lite.");
    assertThat(line.mastodon.replies()).isEmpty();
    line.shows("ana", "Your answer waits for a colleague's yes");
    line.shows(TimeLine.FALLBACK, "Ana Moen har skrevet et svar. Kan det gå ut?");
    assertThat(liv.reads(TimeLine.FALLBACK)).contains("Bråker en varmepumpe?", "Lite.");

    liv.press(TimeLine.FALLBACK, Press.APPROVE).sends();

    assertThat(line.mastodon.replies().values()).containsExactly("Lite.");
    line.shows(TimeLine.FALLBACK, "Liv Aas sa ja til svaret fra Ana Moen");
    line.shows("ana", "Your answer is out. Thank you for going there.");
    assertThat(buttons()).isEmpty();
  }

  @Test
  void communicationsMayChangeADraftAndItIsStillItsWriters() {
    propose("Lite.");

    liv.press(TimeLine.FALLBACK, Press.APPROVE).type("text", "Veldig lite.").sends();

    assertThat(line.mastodon.replies().values()).containsExactly("Veldig lite.");
    line.shows("ana", "Your answer is out. Thank you for going there.");
    List<Kept> kept = line.store.read(books -> books.memory().search(Memory.Search.of("ana"), 5));
    assertThat(kept).extracting(Kept::text).containsExactly("Veldig lite.");
  }

  @Test
  void aDraftComesBackWithACommentAndGoesOutTheSecondTime() {
    propose("Lite.");

    liv.press(TimeLine.FALLBACK, Press.RETURN).send(Map.of("comment", "Hvor mye?"));

    line.shows("ana", "It's yours. Thank you.");
    assertThat(ana.reads(TimeLine.with("ana"))).contains("Liv Aas asks for a change: Hvor mye?");
    assertThat(line.slack.whispers())
        .containsExactly("UANA: Liv Aas read your answer and asks for a change: Hvor mye?");
    line.shows(TimeLine.FALLBACK, "Liv Aas sendte svaret tilbake til Ana Moen");
    ana.press(Press.REPLY);
    assertThat(ana.typed("text")).isEqualTo("Lite.");
    ana.type("text", "35 desibel.").sends();
    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(2);
    liv.press(TimeLine.FALLBACK, Press.APPROVE).sends();
    assertThat(line.mastodon.replies().values()).containsExactly("35 desibel.");
  }

  @Test
  void ofTwoWhoSayYesOneDoesAndTheOtherIsTold() {
    propose("Lite.");
    Desktop odd = new Desktop(line, "odd");
    liv.press(TimeLine.FALLBACK, Press.APPROVE);
    odd.press(TimeLine.FALLBACK, Press.APPROVE).type("text", "Ingenting.");

    line.desk.happened(yes("odd", "Ingenting."));
    line.desk.happened(yes("liv", "Lite."));
    line.settle();

    assertThat(line.mastodon.replies().values()).containsExactly("Ingenting.");
    assertThat(line.slack.whispers()).containsExactly("ULIV: Odd Eide har alt sagt ja.");
    assertThat(liv.send(Map.of())).isEmpty();
    assertThat(line.mastodon.replies()).hasSize(1);
  }

  @Test
  void aPostThatChangedMeanwhileIsShownBeforeItIsAnswered() {
    propose("Lite.");
    liv.press(TimeLine.FALLBACK, Press.APPROVE);
    assertThat(liv.words()).noneMatch(words -> words.contains("endret"));
    line.edit("1", "Er en varmepumpe dyr?");

    assertThat(liv.send(Map.of()).get("text")).contains("Innlegget ble endret mens du leste");
    assertThat(liv.reads(TimeLine.FALLBACK))
        .contains("Er en varmepumpe dyr?", "Innlegget ble endret etter at dette ble skrevet.");
    liv.press(TimeLine.FALLBACK, Press.APPROVE);
    assertThat(liv.quotes()).containsExactly("Er en varmepumpe dyr?");
    assertThat(liv.words()).contains("Innlegget ble endret etter at dette ble skrevet.");
    liv.type("text", "Den koster litt.").sends();
    assertThat(line.mastodon.replies().values()).containsExactly("Den koster litt.");
  }

  @Test
  void aPostThatIsGoneMeanwhileIsNotAnswered() {
    propose("Lite.");
    liv.press(TimeLine.FALLBACK, Press.APPROVE);
    line.delete("1");

    assertThat(liv.send(Map.of()).get("text")).contains("Innlegget er borte");
    line.shows(TimeLine.FALLBACK, "Innlegget er borte der ute, så det er ikke noe å svare på");
    line.desk.happened(yes("liv", "Lite."));
    line.settle();
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void nobodySaysYesToTheirOwnOrForCommunications() {
    propose("Lite.");

    line.desk.happened(yes("ana", "Lite."));
    line.desk.happened(yes("ben", "Lite."));
    line.settle();

    assertThat(line.mastodon.replies()).isEmpty();
    assertThat(line.slack.whispers())
        .containsExactly(
            "UANA: Somebody else should read it first: two pairs of eyes see more.",
            "UBEN: Det er det Kommunikasjon som avgjør.");
  }

  @Test
  void theWriterMayWriteAnotherOneWhileItWaits() {
    propose("Lite.");

    ana.press(Press.REPLY);
    assertThat(ana.typed("text")).isEqualTo("Lite.");
    ana.type("text", "Veldig lite.").sends();

    assertThat(line.slack.in(TimeLine.FALLBACK)).hasSize(2);
    assertThat(line.slack.in(TimeLine.FALLBACK).getFirst().card().headline())
        .isEqualTo("Ana Moen har skrevet et annet svar");
    line.desk.happened(yes("liv", "Lite."));
    line.settle();
    assertThat(line.mastodon.replies()).isEmpty();
    liv.press(TimeLine.FALLBACK, Press.APPROVE).sends();
    assertThat(line.mastodon.replies().values()).containsExactly("Veldig lite.");
  }

  @Test
  void anApprovedAnswerForANetworkWithoutApiIsCarriedOutByItsWriter() {
    line.at("09:00").level("ana", Level.DRAFT).postByHand("1", "Bråker en varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    ana.press(Press.REPLY).type("text", "Lite.").sends();

    liv.press(TimeLine.FALLBACK, Press.APPROVE).sends();

    assertThat(ana.reads(TimeLine.with("ana")))
        .contains("Liv Aas said yes. Here are your words, to copy:", "Lite.");
    assertThat(line.slack.whispers())
        .containsExactly(
            "UANA: Liv Aas said yes to your answer. It is on your card, ready to copy.");
  }

  @Test
  void aRouteMayAskForAYesOfCustomerServiceToo() {
    line.at("09:00").approval().post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    Desktop ida = new Desktop(line, "ida");

    ida.press(TimeLine.CARE, Press.REPLY).type("text", "Det beklager vi.").sends();

    assertThat(line.mastodon.replies()).isEmpty();
    line.shows(TimeLine.CARE, "Ida Vik har skrevet et svar; det venter på ja fra en kollega");
    liv.press(TimeLine.FALLBACK, Press.RETURN).send(Map.of("comment", "Si hva som skjer."));
    assertThat(ida.reads(TimeLine.CARE)).contains("Liv Aas ber om en endring: Si hva som skjer.");
    ida.press(TimeLine.CARE, Press.REPLY).type("text", "Vi retter det i dag.").sends();
    liv.press(TimeLine.FALLBACK, Press.APPROVE).sends();
    assertThat(line.mastodon.replies().values()).containsExactly("Vi retter det i dag.");
    line.shows(TimeLine.CARE, "Ida Vik har svart");
  }

  private void propose(String text) {
    line.at("09:00").level("ana", Level.DRAFT).post("1", "Bråker en varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    ana.press(Press.REPLY).type("text", text).sends();
  }

  private ChatEvent yes(String who, String text) {
    return new ChatEvent(
        "yes-" + who,
        new ChatUser(TimeLine.handle(who), ""),
        new ChatEvent.On.Nothing(),
        new ReplyAction.ApproveAnswer(new AnswerId(1), text),
        line.now());
  }

  private List<Card.Button> buttons() {
    return line.card(TimeLine.FALLBACK).buttons();
  }
}
