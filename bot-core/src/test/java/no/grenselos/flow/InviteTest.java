package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Level;
import no.grenselos.expert.Profile;
import no.grenselos.expert.Profile.Consent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InviteTest {
  private TimeLine line = new TimeLine(Newcomers::withDina);

  @AfterEach
  void close() {
    line.close();
  }

  private void withMona(String speaks, Level level) {
    line.close();
    line =
        new TimeLine(book ->
            Newcomers.only(Newcomers.withMona(book, speaks, level, TimeLine.HEAT_PUMPS), "mona"));
    line.settle();
  }

  private Profile profile(String id) {
    return line.store.read(books -> books.profiles().find(new ExpertId(id))).orElseThrow();
  }

  @Test
  void whoIsProposedByTheRuleBookIsIntroducedOnceAndNothingMoreComesBeforeAYes() {
    withMona("nb", Level.POST);
    line.shows("mona", "Hei, jeg heter Grenselos. Kan jeg spørre deg av og til?");
    assertThat(line.buttons("mona")).containsExactly(Press.SAY_YES, Press.SAY_NO, Press.TELL_MORE);
    assertThat(profile("mona").proposal().consent()).isEqualTo(Consent.ASKED);

    line.post("1", "varmepumpe?").post("2", "varmepumpe igjen?").nextDay().at("09:00");

    assertThat(line.nudged()).containsExactly("mona");
    assertThat(line.cards(TimeLine.FALLBACK)).hasSize(2);
  }

  @Test
  void threeNewestPostsThatAreStillThereAreShown() {
    for (String id : List.of("1", "2", "3", "4", "5")) line.post(id, "varmepumpe " + id);
    line.delete("4");

    Newcomers.invite(line, "pal", "heat-pumps");

    assertThat(Newcomers.posts(line.card("pal")))
        .containsExactly("varmepumpe 5", "varmepumpe 3", "varmepumpe 2");
    assertThat(line.card("pal").toString()).contains("Dette er de 3 siste jeg så");
  }

  @Test
  void fewerPostsAreShownWhereThereAreFewerAndNoneSaysSo() {
    Newcomers.invite(line, "pal", "bills");
    assertThat(Newcomers.posts(line.card("pal"))).isEmpty();
    assertThat(line.card("pal").toString()).contains("ingenting å vise ennå");

    line.post("1", "varmepumpe?");
    Newcomers.invite(line, "per", "heat-pumps");
    assertThat(Newcomers.posts(line.card("per"))).containsExactly("varmepumpe?");
    assertThat(line.card("per").toString()).contains("det siste jeg så");
  }

  @Test
  void yesAsksHowAndWhatIsChosenHolds() {
    withMona("en", Level.POST);
    Form form = line.opens("mona", FormKind.SAY_YES).orElseThrow();
    assertThat(form.title()).isEqualTo("How may I ask you?");

    assertThat(line.sends("mona", FormKind.SAY_YES, Newcomers.yes("heat-pumps"))).isEmpty();

    line.shows("mona", "Thank you. I ask you when somebody needs you.");
    assertThat(line.card("mona").toString())
        .contains("Heat pumps", "Mon–Wed 10:00–14:00", "1 a day and 3 a week", "approves it");
    line.at("09:30").post("1", "varmepumpe?");
    assertThat(line.nudged()).containsExactly("mona");
    line.at("10:00").shows("mona", "You know this topic: want to reply?");
    line.at("11:00").post("2", "varmepumpe!");
    assertThat(line.nudged()).hasSize(2);
    line.nextDay().at("10:00");
    assertThat(line.nudged()).hasSize(3);
  }

  @Test
  void noIsRespectedAndRememberedButTheyMayAskThemselves() {
    Newcomers.invite(line, "pal", "heat-pumps");
    line.presses("pal", Press.SAY_NO).shows("pal", "Helt greit, jeg spør deg ikke.");

    Newcomers.invite(line, "pal", "heat-pumps,bills");
    line.nextDay().at("09:00");

    assertThat(line.slack.in(TimeLine.with("pal"))).hasSize(1);
    line.shows("pal", "Helt greit, jeg spør deg ikke.");
    assertThat(line.slack.whispers()).last().asString().contains("har sagt nei");
    assertThat(line.home("pal").toString()).contains("SAY_YES");

    assertThat(line.sends("pal", FormKind.SAY_YES, Newcomers.yes("heat-pumps"))).isEmpty();
    line.shows("pal", "Takk. Jeg spør deg når noen trenger deg.");
  }

  @Test
  void whoWasAskedAndHasNotAnsweredIsNotAskedAgain() {
    Newcomers.invite(line, "pal", "heat-pumps");
    Newcomers.invite(line, "pal", "heat-pumps");

    assertThat(line.slack.in(TimeLine.with("pal"))).hasSize(1);
    assertThat(line.slack.whispers()).last().asString().contains("Jeg maser ikke");
  }

  @Test
  void onlyThoseWhoLookAfterTheBotProposeSomebody() {
    assertThat(line.opens("ana", FormKind.INVITE)).isEmpty();
    assertThat(line.opens("dina", FormKind.INVITE)).isPresent();
    assertThat(line.says("ana", "invite").toString()).contains("Proposing somebody is for those");
    assertThat(line.says("dina", "inviter").toString()).contains("INVITE");

    line.sends("ana", FormKind.INVITE, Newcomers.proposing("pal", "bills"));

    assertThat(line.slack.in(TimeLine.with("pal"))).isEmpty();
    assertThat(line.slack.whispers()).singleElement().asString().contains("Proposing somebody");
  }

  @Test
  void introductionComesWithinTheirHours() {
    line.at("19:00");
    Newcomers.invite(line, "pal", "bills");
    assertThat(line.slack.in(TimeLine.with("pal"))).isEmpty();

    line.nextDay().at("08:00");
    assertThat(line.slack.in(TimeLine.with("pal"))).hasSize(1);
  }

  @Test
  void introductionWaitsForWhoeverIsNotToBeDisturbed() {
    Instant later = line.now().plus(Duration.ofHours(2));
    line.slack.presence(TimeLine.handle("pal"), new Presence(null, later));
    Newcomers.invite(line, "pal", "bills");
    assertThat(line.slack.in(TimeLine.with("pal"))).isEmpty();

    line.pass(Duration.ofHours(2));
    assertThat(line.slack.in(TimeLine.with("pal"))).hasSize(1);
  }

  @Test
  void colleagueNamedInAPassIsIntroducedAndSomebodyElseIsAsked() {
    line.post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Pass(new ChatUser(TimeLine.handle("pal"), "Pål"), ""));

    line.shows("pal", "Hei, jeg heter Grenselos. Kan jeg spørre deg av og til?");
    assertThat(line.card("pal").toString()).contains("Ana Moen sier at du kan noe om Varmepumper");
    assertThat(line.nudged()).containsExactlyInAnyOrder("ana", "pal", "ben");
  }

  @Test
  void expertNamedForAnotherTopicIsAskedAboutThatTopicWithOnePress() {
    line.sends("dina", FormKind.INVITE, Newcomers.proposing("ana", "bills"));
    line.shows("ana", "May I also ask you about Bills?");

    line.presses("ana", Press.ADD_TOPIC).shows("ana", "Thank you. I ask you about Bills too.");
    assertThat(line.home("ana").toString()).contains("topic:bills");

    line.sends("dina", FormKind.INVITE, Newcomers.proposing("ben", "bills"));
    line.presses("ben", Press.REFUSE_TOPIC)
        .shows("ben", "Helt greit, jeg spør deg ikke om Regninger.");
    line.sends("dina", FormKind.INVITE, Newcomers.proposing("ben", "bills"));
    assertThat(line.slack.in(TimeLine.with("ben"))).hasSize(1);
  }

  @Test
  void whatCannotBeIsSaidAtItsField() {
    withMona("en", Level.ADVISE);
    Map<String, String> good = Newcomers.yes("heat-pumps");

    assertThat(line.sends("mona", FormKind.SAY_YES, good)).containsOnlyKeys("level");
    assertThat(line.sends("mona", FormKind.SAY_YES, with(good, "level", "ADVISE"))).isEmpty();
    assertThat(line.sends("mona", FormKind.SAY_YES, with(good, "to", "10:00")))
        .containsEntry("to", "This must be after the beginning of the day");
    assertThat(line.sends("mona", FormKind.SAY_YES, with(good, "topics", "bees")))
        .containsOnlyKeys("topics");
    assertThat(line.sends("mona", FormKind.MY_CAP, Map.of("day", "5", "week", "3")))
        .containsOnlyKeys("day");
  }

  @Test
  void strangerWhoCanAnswerSaysSoInTheHomeAndIsAsked() {
    line.close();
    line = new TimeLine(book -> Newcomers.only(book, "nobody"));
    assertThat(line.home("pal").toString()).contains("SAY_YES").doesNotContain("MY_CAP");

    assertThat(line.sends("pal", FormKind.SAY_YES, Newcomers.yes("heat-pumps"))).isEmpty();
    line.at("10:30").post("1", "varmepumpe?");

    line.shows("pal", "Dette kan du. Vil du svare?");
    line.does("pal", new TicketAction.Claim());
    assertThat(line.ticket("1").state().toString()).contains("name=Pal");
  }

  @Test
  void everyCardAndFormOfItHasWordsInBothLanguages() {
    for (String speaks : List.of("nb", "en")) {
      withMona(speaks, Level.POST);
      for (FormKind kind : List.of(FormKind.SAY_YES, FormKind.TELL_MORE, FormKind.MY_HOURS)) {
        Form form = line.opens("mona", kind).orElseThrow();
        assertThat(form.title().length()).isLessThanOrEqualTo(24);
        assertThat(form.submit().length()).isLessThanOrEqualTo(24);
      }
      Card asks = line.card("mona");
      line.presses("mona", Press.SAY_NO);
      assertThat(line.card("mona").headline()).isNotEqualTo(asks.headline());
    }
  }

  @Test
  void whoeverOnlyReadsAlongIsNeverAskedAndGetsTheDigest() {
    withMona("nb", Level.POST);
    line.sends("mona", FormKind.SAY_YES, with(Newcomers.yes("heat-pumps"), "level", "WATCH"));
    line.at("11:00").post("1", "varmepumpe?");

    assertThat(line.nudged()).containsExactly("mona");
    assertThat(line.home("mona").toString()).contains("Oppsummering hver fredag");
  }

  @Test
  void pressOnASomebodyElsesCardChangesNothingOfTheirs() {
    Newcomers.invite(line, "pal", "bills");
    ChatEvent.On card = new ChatEvent.On.Card(line.slack.in(TimeLine.with("pal")).getLast().id());

    line.presses("ben", Press.SAY_NO, card);

    line.shows("pal", "Hei, jeg heter Grenselos. Kan jeg spørre deg av og til?");
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> changed = new java.util.TreeMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
