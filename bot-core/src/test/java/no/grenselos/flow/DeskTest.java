package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.feed.Publication;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aComplaintStandsInTheQueueWithItsPromise() {
    line.at("15:30").post("1", "elendig service");

    Card card = line.card(TimeLine.CARE);
    assertThat(card.headline()).isEqualTo("Noen på Mastodon er ikke fornøyd");
    assertThat(line.ticket("1").promisedAt()).isEqualTo("2026-09-16T06:30:00Z");
  }

  @Test
  void secondClaimLosesAndIsToldWho() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("jon", TimeLine.CARE, new TicketAction.Claim());

    line.shows(TimeLine.CARE, "Ida Vik har tatt denne");
    assertThat(line.slack.whispers()).containsExactly("UJON: En annen har denne: Ida Vik.");
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(1);
  }

  @Test
  void claimingTwiceIsHarmless() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());

    assertThat(line.slack.whispers()).isEmpty();
    assertThat(line.ticket("1").version()).isEqualTo(1);
  }

  @Test
  void aComplaintOnAnOwnedTopicIsQueuedAndAskedAndOneClaimWins() {
    line.at("09:00").post("1", "elendig varmepumpe");
    assertThat(line.slack.in(TimeLine.CARE)).hasSize(1);
    line.shows("ana", "You know this topic: want to reply?");

    line.does("ida", TimeLine.CARE, new TicketAction.Claim()).shows("ana", "Ida Vik has this one");
    line.does("ana", new TicketAction.Claim());

    assertThat(line.slack.whispers()).containsExactly("UANA: Somebody else has this one: Ida Vik.");
  }

  @Test
  void handingOverGivesTheColleagueACardAndStrangersAreNotGivenAnything() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does(
        "ida",
        TimeLine.CARE,
        new TicketAction.HandOver(new ChatUser(TimeLine.handle("stranger"), "Pål")));
    assertThat(line.slack.whispers()).singleElement().asString().contains("Pål har ikke sagt ja");

    line.does(
        "ida", TimeLine.CARE, new TicketAction.HandOver(new ChatUser(TimeLine.handle("jon"), "")));

    line.shows(TimeLine.CARE, "Jon Berg har tatt denne").shows("jon", "Den er din. Takk.");
  }

  @Test
  void onlyTheOwnerMayGiveItBack() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
    line.does("jon", TimeLine.CARE, new TicketAction.Release());
    line.shows(TimeLine.CARE, "Ida Vik har tatt denne");

    line.does("ida", TimeLine.CARE, new TicketAction.TakeBack(Press.CLAIM));
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void aReplyIsPublishedOnceAndTheCardLinksToIt() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    line.mastodon.answersNextWith(new Publication.Unsure(Duration.ofSeconds(40), "time-out"));
    line.does("ana", new TicketAction.Reply("Ja, men lite."));
    line.shows("ana", "Your answer is on its way out");

    line.pass(Duration.ofSeconds(39)).shows("ana", "Your answer is on its way out");
    line.pass(Duration.ofSeconds(1));

    assertThat(line.mastodon.replies().values()).containsExactly("Ja, men lite.");
    line.shows("ana", "Your answer is out. Thank you for going there.");
    assertThat(line.card("ana").toString()).contains("https://mastodon.example/r");
  }

  @Test
  void aRefusedReplyComesBackToItsAuthorWithTheReason() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Claim());
    line.mastodon.answersNextWith(new Publication.Refused("the post is locked"));
    line.does("ana", new TicketAction.Reply("Ja."));

    line.shows("ana", "It's yours. Thank you.");
    assertThat(line.slack.whispers()).singleElement().asString().contains("the post is locked");
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void answeredByHandCanBeTakenBackUntilThereIsALink() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Answered(null));
    line.shows("ana", "Your answer is out. Thank you for going there.");

    line.does("ana", new TicketAction.TakeBack(Press.ANSWERED))
        .shows("ana", "It's yours. Thank you.");
    line.does("ana", new TicketAction.Answered(URI.create("https://mastodon.example/@us/2")));
    line.does("ana", new TicketAction.TakeBack(Press.ANSWERED));
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Answered.class);
  }

  @Test
  void needsNoAnswerClosesAndCanBeOpenedAgain() {
    line.at("09:00").post("1", "elendig service");
    line.does("jon", TimeLine.CARE, new TicketAction.NotWorthAnswering());
    line.shows(TimeLine.CARE, "Jon Berg sier at denne ikke trenger svar");

    line.does("ida", TimeLine.CARE, new TicketAction.TakeBack(Press.NOT_WORTH_ANSWERING));
    line.shows(TimeLine.CARE, "Noen på Mastodon er ikke fornøyd");
  }

  @Test
  void theSameEventTwiceIsDoneOnce() {
    line.at("09:00").post("1", "varmepumpe?");
    ChatEvent.On on =
        new ChatEvent.On.Message(line.slack.in(TimeLine.with("ana")).getFirst().ref());
    ChatUser ana = new ChatUser(TimeLine.handle("ana"), "");
    ChatEvent event =
        new ChatEvent("Ev1", ana, on, new TicketAction.Pass(null, ""), line.ticket("1").openedAt());

    line.desk.happened(event);
    line.desk.happened(event);
    line.settle();
    line.desk.happened(event);
    line.settle();

    assertThat(line.nudged()).containsExactly("ana", "ben");
    assertThat(line.slack.whispers()).isEmpty();
  }

  @Test
  void formsAskInThePersonsLanguageAndRefuseWhatCannotBe() {
    line.at("09:00").post("1", "varmepumpe?");
    ScriptedHouse.Shown shown = line.slack.in(TimeLine.with("ana")).getFirst();
    ChatUser ana = new ChatUser(TimeLine.handle("ana"), "");
    ChatEvent.On on = new ChatEvent.On.Card(shown.id());

    Form form = line.desk.open(FormKind.REPLY, on, ana, Map.of()).orElseThrow();
    assertThat(form.title()).isEqualTo("Your reply");
    assertThat(submit("s1", FormKind.REPLY, shown, Map.of("text", " "))).containsKey("text");
    assertThat(submit("s2", FormKind.REPLY, shown, Map.of("text", "x".repeat(501))))
        .containsEntry("text", "That is 501 long; 500 fit here");
    assertThat(submit("s3", FormKind.ANSWERED, shown, Map.of("link", "javascript:alert(1)")))
        .containsKey("link");
    assertThat(submit("s4", FormKind.REPLY, shown, Map.of("text", "Ja."))).isEmpty();
    line.settle();
    assertThat(line.mastodon.replies().values()).containsExactly("Ja.");
  }

  @Test
  void everyFormHasWordsInBothLanguages() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Pass(null, ""));
    for (String who : List.of("ana", "ben")) {
      ScriptedHouse.Shown shown = line.slack.in(TimeLine.with(who)).getFirst();
      // owns two topics, so that there is something to choose
      ChatUser user = new ChatUser(TimeLine.handle("siri"), "");
      // the others stand on other cards
      for (FormKind kind : EnumSet.range(FormKind.PASS_TO, FormKind.LESS_LIKE_THIS)) {
        Form form =
            line.desk.open(kind, new ChatEvent.On.Card(shown.id()), user, Map.of()).orElseThrow();
        assertThat(form.title().length()).isLessThanOrEqualTo(24);
        assertThat(form.submit().length()).isLessThanOrEqualTo(24);
        assertThat(form.cancel().length()).isLessThanOrEqualTo(24);
      }
    }
  }

  private Map<String, String> submit(
      String id, FormKind kind, ScriptedHouse.Shown on, Map<String, String> values) {
    ChatUser ana = new ChatUser(TimeLine.handle("ana"), "");
    return line.desk.submitted(id, ana, kind, new ChatEvent.On.Card(on.id()), values);
  }
}
