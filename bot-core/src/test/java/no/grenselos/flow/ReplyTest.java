package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.store.Memory;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words: written, found again, kept and forgotten. Ana speaks English, Ben bokmål. */
class ReplyTest {
  private static final String FEET =
      "Brummingen kommer av at varmepumpen står på veggen. Sett den på gummiføtter. "
          + "Da blir det stille på soverommet om natta.";

  private static final List<String> FILTER =
      List.of(
          "Et tett filter stjeler luft og penger, og det merkes best i januar.",
          "Støvsug det annenhver uke, og vask det i lunkent vann hver tredje måned.",
          "La det tørke helt før du setter det inn igjen, ellers lukter det kjeller.",
          "Bor du ved en grusvei, må du gjøre det oftere enn naboen inne i skogen.",
          "Har du hund eller katt, teller hvert eneste hår dobbelt.",
          "Gå gjerne over lamellene bak med en myk børste samtidig.",
          "En fagmann bør ta resten annethvert år, og det koster mindre enn du tror.",
          "Noter datoen på innsiden av skapet, så slipper du å gruble på den.",
          "Spør oss når du er i tvil, vi svarer på kveldstid også.");

  private final TimeLine line = new TimeLine();
  private final Desktop ana = new Desktop(line, "ana");
  private final Desktop ben = new Desktop(line, "ben");

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void anAnswerThatIsOutIsKeptAndBroughtUpInTheNextNudge() {
    line.at("09:00").post("1", "Naboens varmepumpe brummer hele natta, hva hjelper?");
    ana.claims().press(Press.REPLY).type("text", FEET).sends();
    assertThat(kept("ana")).extracting(Kept::text).containsExactly(FEET);
    assertThat(kept("ana").getFirst().source())
        .isEqualTo(
            new Source(
                Source.Kind.ANSWERED,
                "",
                URI.create("https://mastodon.example/r"),
                new MentionId(ScriptedNetwork.NAME, "1"),
                "answer:1"));

    line.leaves("ben")
        .leaves("siri")
        .at("10:00")
        .post("2", "Får ikke sove, min varmepumpe brummer om natta");

    assertThat(ana.reads(TimeLine.with("ana")))
        .contains("You answered something like this in September: see it", FEET);
    assertThat(line.buttons("ana")).containsExactly(Press.CLAIM, Press.PASS, Press.USE_EARLIER);
    ana.press(Press.USE_EARLIER);
    assertThat(ana.typed("text")).isEqualTo(FEET);
    ana.sends();
    assertThat(line.mastodon.replies().values()).containsExactly(FEET, FEET);
    line.shows("ana", "Your answer is out. Thank you for going there.");
  }

  @Test
  void paaNorskOgsaa() {
    keep("ben", FEET);
    line.at("09:00").leaves("ana").leaves("siri");

    line.post("2", "Får ikke sove, min varmepumpe brummer om natta");

    assertThat(ben.reads(TimeLine.with("ben"))).contains("Du svarte på noe slikt i mars:");
    ben.press(Press.USE_EARLIER);
    assertThat(ben.words())
        .contains(
            "Det publiseres på Mastodon i selskapets navn når du trykker Publiser.",
            "Dette er ord Ben Dahl har brukt før. Få dem til å passe.",
            FEET.length() + " av 500",
            "Slik blir det:\n" + FEET);
  }

  @Test
  void wordsThatAreTooLongLoseTheirLastSentences() {
    keep("ana", FEET + " " + String.join(" ", FILTER));
    line.at("09:00").post("2", "Får ikke sove, min varmepumpe brummer om natta");

    ana.press(Press.USE_EARLIER);

    assertThat(ana.typed("text")).startsWith(FEET).endsWith(".").hasSizeBetween(400, 500);
    assertThat(ana.words())
        .contains("These are words Ana Moen used before, as many whole sentences as fit here.");
    ana.sends();
  }

  @Test
  void aLongTalkBeginsWhereItFitsThePost() {
    keep("ana", String.join(" ", FILTER) + " " + FEET);
    line.at("09:00").post("2", "Får ikke sove, min varmepumpe brummer om natta");

    ana.press(Press.USE_EARLIER);

    assertThat(ana.typed("text")).endsWith(FEET).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void theFormCountsWarnsAndShowsWhileOneTypes() {
    line.at("09:00").post("1", "Bråker en varmepumpe?");

    ana.claims().press(Press.REPLY);
    assertThat(ana.words()).contains("0 of 500");
    ana.type("text", "Ring 22 33 44 55 eller se https://lyngheia.example");

    assertThat(ana.words())
        .contains(
            "50 of 500",
            "There is a link in it: https://lyngheia.example. Does it lead where it should?",
            "There is a telephone number in it: 22 33 44 55. May everybody see it?",
            "So it will look:\nRing 22 33 44 55 eller se https://lyngheia.example");
    assertThat(ana.typed("text")).isEqualTo("Ring 22 33 44 55 eller se https://lyngheia.example");
    ana.type("text", "x".repeat(501));
    assertThat(ana.words()).contains("That is 501 long; 500 fit here");
    assertThat(ana.send(Map.of())).containsEntry("text", "That is 501 long; 500 fit here");
  }

  @Test
  void whatWasSaidBeforeInTheThreadStandsAboveThePost() {
    line.at("09:00").post("1", "Vi vurderer en varmepumpe.");
    line.does("ana", new TicketAction.NotWorthAnswering());
    line.replyBy("per", "2", "1", "2", "Men bråker en varmepumpe?");

    Desktop next = new Desktop(line, line.nudged().getLast());
    next.claims().press(Press.REPLY);

    assertThat(next.quotes())
        .containsExactly("Vi vurderer en varmepumpe.", "Men bråker en varmepumpe?");
  }

  @Test
  void whoeverAnswersInAThreadThatAColleagueAnsweredIsTold() {
    line.at("09:00").post("1", "Bråker en varmepumpe?");
    ana.claims().press(Press.REPLY).type("text", "Lite.").sends();
    line.says("ana", "pause 3d");
    line.replyBy("per", "2", "1", "2", "Hvor mye bråker en varmepumpe da?");

    String asked = line.nudged().getLast();
    Desktop next = new Desktop(line, asked);
    next.claims().press(Press.REPLY);

    assertThat(asked).isNotEqualTo("ana");
    assertThat(next.words())
        .contains("Ana Moen svarte i denne tråden i september. Se på det før du svarer også.");
  }

  @Test
  void wordsOfBeforeAreLookedForAndTakenOver() {
    keep("ben", "Nettleia er lavest etter klokka 22.");
    line.at("09:00").post("1", "Bråker en varmepumpe?");

    ana.claims().press(Press.REPLY).type("text", "Mine ord");
    assertThat(ana.knobs()).isEmpty();
    ana.type("search", "nettleie");

    assertThat(ana.knobs())
        .containsExactly("Ben Dahl, in March: Nettleia er lavest etter klokka 22.");
    assertThat(ana.typed("text")).isEqualTo("Mine ord");
    ana.knob(0);
    assertThat(ana.typed("text")).isEqualTo("Nettleia er lavest etter klokka 22.");
    ana.type("search", "ufo");
    assertThat(ana.words()).contains("I found nothing like that.");
    assertThat(ana.typed("text")).isEqualTo("Nettleia er lavest etter klokka 22.");
  }

  @Test
  void aPostThatIsGoneIsNotAnswered() {
    line.at("09:00").post("1", "Bråker en varmepumpe?");
    ana.claims().press(Press.REPLY).type("text", "Lite.");
    line.delete("1");

    assertThat(ana.send(Map.of()).get("text")).contains("The post is gone outside");
    assertThat(ana.open(FormKind.REPLY, ana.form().on()).hasForm()).isFalse();
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void whatIsCarriedOutByHandStandsReadyToCopy() {
    line.at("09:00").postByHand("1", "Bråker en varmepumpe?");
    line.does("ana", new TicketAction.Claim());

    assertThat(line.card("ana").more()).extracting(Card.Choice::press).contains(Press.REPLY);
    ana.press(Press.REPLY).type("text", "Lite.").sends();

    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Claimed.class);
    assertThat(ana.reads(TimeLine.with("ana"))).contains("Your words, to copy:", "Lite.");
    assertThat(line.mastodon.replies()).isEmpty();
    line.does("ana", new TicketAction.Answered(null));
    assertThat(kept("ana")).extracting(Kept::text).containsExactly("Lite.");
  }

  @Test
  void aMessageIsKeptAsAnAnswer() {
    line.at("09:00");
    String address = "https://lyngheia.slack.example/archives/C1/p1";
    ana.open(
        FormKind.KEEP_ANSWER,
        new ChatEvent.On.Nothing(),
        Map.of("text", "@kari Rens filteret ofte.", "message", address));
    assertThat(ana.typed("text")).isEqualTo("@kari Rens filteret ofte.");

    Map<String, String> errors =
        ana.send(
            Map.of(
                "title",
                "Mail to Kari",
                "kind",
                "MAIL",
                "topics",
                "heat-pumps,none",
                "message",
                address));

    assertThat(errors).isEmpty();
    Kept kept = kept("ana").getFirst();
    assertThat(kept.text()).isEqualTo("Rens filteret ofte.");
    assertThat(kept.topics()).containsExactly(TimeLine.HEAT_PUMPS);
    assertThat(kept.language()).isEqualTo(new Language("nb"));
    assertThat(kept.source().kind()).isEqualTo(Source.Kind.MAIL);
    assertThat(kept.source().title()).isEqualTo("Mail to Kari");
    assertThat(kept.source().link()).hasToString(address);
    assertThat(line.slack.whispers())
        .containsExactly("UANA: Kept. I bring it up when a post asks for it.");
  }

  @Test
  void aCardOfOursIsNotCopiedIntoTheMemory() {
    line.at("09:00").post("1", "Bråker en varmepumpe?");
    ChatEvent.On card = new ChatEvent.On.Card(line.slack.in(TimeLine.with("ana")).getLast().id());

    ana.open(FormKind.KEEP_ANSWER, card, Map.of("text", "Bråker en varmepumpe?"));

    assertThat(ana.typed("text")).isEmpty();
  }

  @Test
  void strangersKeepNothing() {
    Desktop stranger = new Desktop(line, "stranger");

    stranger.open(FormKind.KEEP_ANSWER, new ChatEvent.On.Nothing(), Map.of("text", "Hei"));

    assertThat(stranger.hasForm()).isFalse();
  }

  @Test
  void onlyWhoeverSaidItHasItForgotten() {
    Kept kept = keep("ana", FEET);
    line.at("09:00");

    forget("ben", kept);
    assertThat(kept("ana")).hasSize(1);
    assertThat(line.slack.whispers())
        .containsExactly("UBEN: Bare den som sa det, kan få det glemt.");
    forget("ana", kept);
    forget("ana", kept);
    assertThat(kept("ana")).isEmpty();
  }

  @Test
  void ourWordsStayWhenAPostIsErasedWithoutThoseThatRepeatIt() {
    line.at("09:00").post("1", "Hvor mye bråker en varmepumpe på veggen om natta egentlig?");
    ana.claims()
        .press(Press.REPLY)
        .type("text", "Du spør hvor mye bråker en varmepumpe på veggen om natta: lite.")
        .sends();
    line.postBy("per", "2", "Bråker en varmepumpe?");
    Desktop next = new Desktop(line, line.nudged().getLast());
    next.claims().press(Press.REPLY).type("text", "En varmepumpe bråker lite.").sends();

    line.delete("1").delete("2");

    assertThat(all())
        .extracting(Kept::text)
        .containsExactlyInAnyOrder("En varmepumpe bråker lite.", "Du spør […]: lite.");
  }

  @Test
  void whatSomebodyKeepsStandsInTheirHome() {
    Kept kept = keep("ana", "Rens filteret ofte.");
    line.at("09:00");

    String home = line.desk.home(new ChatUser(TimeLine.handle("ana"), "")).toString();

    assertThat(home).contains("Words you keep", "Rens filteret ofte. (in March)");
    assertThat(home).contains("FORGET_KEPT", kept.id().toString(), "KEEP_ANSWER");
    String stranger = line.desk.home(new ChatUser(TimeLine.handle("stranger"), "")).toString();
    assertThat(stranger).doesNotContain("KEEP_ANSWER");
  }

  private void forget(String who, Kept kept) {
    ChatEvent.On on = new ChatEvent.On.About(new Subject.Thing("kept", kept.id().toString()));
    line.desk.happened(
        new ChatEvent(
            "forget-" + who + line.slack.whispers().size(),
            new ChatUser(TimeLine.handle(who), ""),
            on,
            new ReplyAction.ForgetText(),
            line.now()));
    line.settle();
  }

  /** Something said in March. */
  private Kept keep(String who, String text) {
    Kept.Draft draft =
        new Kept.Draft(
            new Colleague(who, who.equals("ana") ? "Ana Moen" : "Ben Dahl"),
            List.of(TimeLine.HEAT_PUMPS),
            new Language("nb"),
            text,
            new Source(Source.Kind.LETTER, "", null, null, "letter:" + text.hashCode()),
            Instant.parse("2026-03-04T09:00:00Z"));
    return line.store.write(books -> books.memory().keep(draft)).orElseThrow();
  }

  private List<Kept> kept(String who) {
    return line.store.read(books -> books.memory().search(Memory.Search.of(who), 10));
  }

  private List<Kept> all() {
    return line.store.read(books -> books.memory().search(Memory.Search.words(""), 10));
  }
}
