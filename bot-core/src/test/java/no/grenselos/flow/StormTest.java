package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.Storms;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StormTest {
  private static final Subject INCIDENT = new Subject.Thing("incident", "1");

  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void manyPostsOnOneMatterBecomeOneCardAndNoMoreNudges() {
    outage(1, 9);
    int before = line.slack.all().size();
    outage(10, 40);

    assertThat(incidents(TimeLine.FALLBACK)).hasSize(1);
    assertThat(line.slack.all()).hasSize(before + 1);
    line.pass(Duration.ofSeconds(10));
    Card card = card(TimeLine.FALLBACK);
    assertThat(card.headline()).isEqualTo("Mange skriver om Varmepumper: 40 innlegg");
    assertThat(card.toString()).contains("40 venter · 0 blir besvart · 0 er besvart");
    assertThat(card.parts().stream().filter(Part.Post.class::isInstance)).hasSize(3);
    assertThat(card.buttons())
        .extracting(button -> ((Card.Button.Act) button).press())
        .containsExactly(Press.SHARE_LINE, Press.STORM_LIST, Press.STORM_OVER);
    for (int i = 1; i <= 40; i++) {
      assertThat(line.ticket("s" + i).state()).isNotInstanceOf(TicketState.Closed.class);
    }
  }

  @Test
  void complaintsInAStormAreOneCardInCustomerServicesChannel() {
    line.at("09:00");
    for (int i = 1; i <= 25; i++)
      line.post("s" + i, "elendig: varmepumpe nede, appen melder feil 404 i kveld nr" + i);

    assertThat(incidents(TimeLine.CARE)).hasSize(1);
    assertThat(line.cards(TimeLine.CARE)).hasSize(10);
    assertThat(line.ticket("s25").promisedAt()).isNotNull();
  }

  @Test
  void whatAnIncidentHoldsIsNotWarnedOfOneByOne() {
    line.at("09:00");
    for (int i = 1; i <= 25; i++)
      line.post("s" + i, "elendig: varmepumpe nede, appen melder feil 404 i kveld nr" + i);

    assertThat(line.at("09:30").at("09:50").at("10:00").slack.whispers()).isEmpty();
  }

  @Test
  void aBurstOfUnrelatedPostsIsNoStorm() {
    String[] about = {
      "bråker utedelen hos naboen", "trenger vannet glykol", "finnes støtte fra kommunen",
      "passer dimensjonen i hytta", "krever montøren sertifikat", "tåler kompressoren saltluft",
      "lønner bytte fra fyringsolje", "dekker garantien frostskade", "rimer fordamperen i januar",
      "kobles termostaten trådløst", "filtrerer viften pollen", "styrer priskurven avrimingen",
      "sliter ventilen med kalk", "godkjenner borettslaget fasaden"
    };
    line.at("09:00");
    for (int i = 0; i < about.length; i++) line.post("u" + i, "varmepumpe: " + about[i] + "?");

    assertThat(incidents(TimeLine.FALLBACK)).isEmpty();
  }

  @Test
  void postsThatTrickleInAreNoStorm() {
    line.at("09:00");
    for (int i = 1; i <= 20; i++) {
      line.post("s" + i, words(i));
      line.pass(Duration.ofMinutes(3));
    }

    assertThat(incidents(TimeLine.FALLBACK)).isEmpty();
  }

  @Test
  void whatIsUsualForAMatterIsNoStorm() {
    // for forty hours, every quarter of an hour brings four such posts
    for (int i = 0; i < 600; i++) {
      line.take(posted("d" + i, words(i)));
      line.pass(Duration.ofMinutes(4));
    }

    outage(1, 12);

    assertThat(running()).isEmpty();
  }

  @Test
  void anotherLanguageJoinsTheRunningIncident() {
    outage(1, 12);
    for (int i = 1; i <= 5; i++)
      line.post("e" + i, "My heat pump lost the connection, app says error 404, house " + i);

    assertThat(members()).isEqualTo(17);
    assertThat(running()).hasSize(1);
  }

  @Test
  void anUnlikePostInAStormGoesItsOrdinaryWay() {
    outage(1, 12);
    int before = line.slack.all().size();
    line.nextDay().at("09:00").post("q", "Hvor ofte skal varmepumpe renses for støv?");

    assertThat(line.slack.all()).hasSize(before + 1);
  }

  @Test
  void theSharedLineStandsInEveryReply() {
    outage(1, 12);
    Form form = form("liv", FormKind.SHARED_LINE);
    assertThat(form.title()).isEqualTo("Hva sier vi alle?");
    submit("liv", FormKind.SHARED_LINE, Map.of("line", "Vi retter feilen nå."));

    assertThat(card(TimeLine.FALLBACK).toString())
        .contains("Vi retter feilen nå.", "Skrevet av Liv Aas");
    line.does("ana", new Subject.OfTicket(line.ticket("s11").id()), new TicketAction.Claim());
    ScriptedHouse.Shown own = line.slack.in(TimeLine.with("ana")).getLast();
    assertThat(own.card().headline()).isEqualTo("It's yours. Thank you.");
    assertThat(own.card().toString()).contains("One of 12 posts about Heat pumps right now.");
    Form reply =
        line.desk
            .open(
                FormKind.REPLY,
                new ChatEvent.On.Card(own.id()),
                new ChatUser(TimeLine.handle("ana"), ""),
                Map.of())
            .orElseThrow();
    assertThat(reply.fields().toString()).contains("Vi retter feilen nå.");
  }

  @Test
  void singleOnesAreTakenFromTheListAndCounted() {
    outage(1, 30);
    Form list = form("liv", FormKind.STORM_LIST);
    List<Form.Field.Knob> knobs =
        list.fields().stream()
            .filter(Form.Field.Knob.class::isInstance)
            .map(Form.Field.Knob.class::cast)
            .toList();
    assertThat(knobs).hasSize(12).allMatch(knob -> knob.press() == Press.CLAIM);
    assertThat(list.fields().toString()).contains("30 venter på svar", "Og 18 til");

    ChatEvent.On.About on = (ChatEvent.On.About) knobs.getFirst().on();
    line.does("liv", on.subject(), new TicketAction.Claim());
    line.shows("liv", "Den er din. Takk.").does("liv", new TicketAction.Answered(null));
    line.pass(Duration.ofSeconds(10));

    assertThat(card(TimeLine.FALLBACK).toString())
        .contains("29 venter · 0 blir besvart · 1 er besvart");
  }

  @Test
  void itDiesDownByItselfAndTheRestIsClosedWithOnePress() {
    outage(1, 20);
    line.pass(Duration.ofMinutes(10));
    assertThat(card(TimeLine.FALLBACK).toString()).contains("innlegg hvert tiende minutt");
    for (int i = 0; i < 6; i++) line.pass(Duration.ofMinutes(10));

    Card over = card(TimeLine.FALLBACK);
    assertThat(over.headline()).isEqualTo("Det er over: 20 innlegg om Varmepumper");
    assertThat(over.toString()).contains("Det stilnet av seg selv");
    line.does("liv", INCIDENT, new StormAction.CloseRest());
    line.pass(Duration.ofSeconds(10));

    assertThat(card(TimeLine.FALLBACK).buttons()).isEmpty();
    assertThat(line.ticket("s15").state()).isInstanceOf(TicketState.Closed.class);
  }

  @Test
  void theRestIsAskedAboutOneByOneWithinEverybodysCaps() {
    outage(1, 20);
    line.does("liv", INCIDENT, new StormAction.StormOver());
    assertThat(card(TimeLine.FALLBACK).headline()).startsWith("Det er over");
    int before = line.nudged().size();

    line.does("liv", INCIDENT, new StormAction.AskRest());
    assertThat(line.nudged()).hasSize(before);

    line.nextDay().at("09:00");
    assertThat(line.nudged().size()).isGreaterThan(before).isLessThanOrEqualTo(18);
  }

  @Test
  void onlyTheTeamDecides() {
    outage(1, 12);
    line.does("ana", INCIDENT, new StormAction.StormOver());

    assertThat(line.slack.whispers())
        .containsExactly("UANA: That is for those in #kommunikasjon to decide.");
    assertThat(running()).hasSize(1);
    assertThat(open("ana", FormKind.SHARED_LINE)).isEmpty();
  }

  @Test
  void afterItsEndAnotherStormIsAnotherIncident() {
    outage(1, 12);
    line.does("liv", INCIDENT, new StormAction.StormOver());
    outage(13, 15);
    assertThat(incidents(TimeLine.FALLBACK)).hasSize(1);

    outage(16, 30);
    assertThat(incidents(TimeLine.FALLBACK)).hasSize(2);
  }

  @Test
  void twoNodesMakeOneIncident() throws InterruptedException {
    line.at("09:00");
    Desk other = new Desk(line.node(Pupil.NOBODY));
    Rounds rounds = new Rounds(other, List.of(line.slack), Runnable::run);
    for (int i = 1; i <= 40; i++) {
      line.take(posted("s" + i, words(i)));
      if (i % 2 == 0) line.settle();
      else while (rounds.mentions().isZero()) rounds.errands();
    }
    line.settle();

    assertThat(incidents(TimeLine.FALLBACK)).hasSize(1);
    assertThat(members()).isEqualTo(40);
  }

  private List<Storms.Incident> running() {
    return line.store.read(books -> books.storms().running());
  }

  private int members() {
    return line.store.read(books -> books.storms().count(1, null));
  }

  private void outage(int from, int to) {
    for (int i = from; i <= to; i++) line.post("s" + i, words(i));
  }

  private static String words(int i) {
    return "Min varmepumpe har mistet nettforbindelsen, appen viser feilkode 404 her i gate " + i;
  }

  private MentionEvent posted(String id, String text) {
    return new MentionEvent.Posted(line.mention(id, "", text, MentionKind.POST, null));
  }

  private List<ScriptedHouse.Shown> incidents(Place place) {
    List<ScriptedHouse.Shown> shown = new ArrayList<>();
    for (ScriptedHouse.Shown one : line.slack.in(place)) {
      boolean incident =
          line.store
              .read(books -> books.placements().find(one.id()))
              .map(Placement::subject)
              .filter(subject -> subject.toString().startsWith("incident:"))
              .isPresent();
      if (incident) shown.add(one);
    }
    return shown;
  }

  private Card card(Place place) {
    return incidents(place).getLast().card();
  }

  private Form form(String who, FormKind kind) {
    return open(who, kind).orElseThrow();
  }

  private Optional<Form> open(String who, FormKind kind) {
    ChatEvent.On on = new ChatEvent.On.Card(incidents(TimeLine.FALLBACK).getLast().id());
    return line.desk.open(kind, on, new ChatUser(TimeLine.handle(who), ""), Map.of());
  }

  private void submit(String who, FormKind kind, Map<String, String> values) {
    ChatEvent.On on = new ChatEvent.On.Card(incidents(TimeLine.FALLBACK).getLast().id());
    assertThat(line.desk.submitted("f1", new ChatUser(TimeLine.handle(who), ""), kind, on, values))
        .isEmpty();
    line.settle();
  }
}
