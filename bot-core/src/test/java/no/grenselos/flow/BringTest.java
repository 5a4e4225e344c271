package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Silence;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody inside brings a post by its link. Ana reads English, Ida Norwegian. */
class BringTest {
  private final TimeLine line = new TimeLine().at("09:00");

  @AfterEach
  void close() {
    line.close();
  }

  private Mention post(String id, String text) {
    return line.mention(id, "", text, MentionKind.POST, null);
  }

  private void outsideIs(String id, String text) {
    line.outside.has(id, post(id, text));
  }

  /** What they were told last in their own messages. */
  private String told(String who) {
    String to = TimeLine.handle(who).id() + ": ";
    return line.slack.whispers().stream()
        .filter(said -> said.startsWith(to))
        .map(said -> said.substring(to.length()))
        .toList()
        .getLast();
  }

  private List<AuditLog.Entry> noted(String what) {
    return line.store.read(books -> books.audit().latest(100)).stream()
        .filter(entry -> entry.what().equals(what))
        .toList();
  }

  private static PostLookup.Seen seen(MentionEvent... events) {
    return new PostLookup.Seen(List.of(events), List.of());
  }

  @Test
  void aBareLinkIsAnsweredAtOnceAndLookedAtAfterwards() {
    outsideIs("1", "varmepumpe?");

    String soon =
        line.desk.said("e", new ChatUser(TimeLine.handle("ida"), "Ida"), link("1")).toString();

    assertThat(soon).contains("Jeg ser på det");
    assertThat(line.outside.asked()).as("nobody is asked within the answer").isEmpty();
    line.settle();
    assertThat(line.outside.asked()).containsExactly(URI.create(link("1")));
    assertThat(told("ida"))
        .isEqualTo(
            "Takk. Innlegget på mastodon.example er her nå, som "
                + line.ticket("1").id()
                + ": Ana Moen blir spurt.");
    line.shows("ana", "You know this topic: want to reply?");
  }

  private static String link(String id) {
    return ScriptedLookup.link(id).toString();
  }

  @Test
  void wordsAroundTheLinkAndHousesMarksDoNotMatter() {
    List<String> ways =
        List.of(
            "take %s",
            "ta inn %s",
            "Can somebody look at %s?",
            "se her (%s), noen som vet?",
            "<%s|mastodon.example/@kari>",
            "«%s».");
    for (int i = 0; i < ways.size(); i++) {
      String id = "w" + i;
      outsideIs(id, "varmepumpe nr " + i);
      String written = ways.get(i).formatted(link(id));

      assertThat(line.says("ana", written).toString()).as(written).contains("I look at it");
      assertThat(line.maybeTicket(id)).as(written).isPresent();
    }
  }

  @Test
  void takeWithoutALinkSaysHow() {
    assertThat(line.says("ana", "take").toString()).contains("take https://...");
    assertThat(line.says("ben", "ta inn dette").toString()).contains("ta inn https://...");
    assertThat(line.says("ana", "http:// is no link").toString()).contains("do not know that word");
    assertThat(line.says("ana", "").toString()).contains("/grenselos take https://...");
  }

  @Test
  void whoBroughtItStandsInTheTicketsNotes() {
    outsideIs("1", "varmepumpe?");

    line.says("ben", link("1"));

    assertThat(noted("link.brought"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.who()).isEqualTo("ben");
          assertThat(entry.detail()).isEqualTo("mastodon.example");
        });
    assertThat(noted("post.brought"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.who()).isEqualTo("ben");
          assertThat(entry.ticket()).isEqualTo(line.ticket("1").id());
        });
  }

  @Test
  void aPostThatIsHereAlreadyIsToldAtOnceWithWhoHasIt() {
    line.post("1", "varmepumpe?").does("ana", new TicketAction.Claim());

    String answer = line.says("ben", link("1") + "?utm_source=slack").toString();

    assertThat(answer).contains("her fra før, som " + line.ticket("1").id(), "Ana Moen har det");
    assertThat(line.outside.asked()).isEmpty();
  }

  @Test
  void anotherAddressOfAKnownPostMakesNoSecondTicket() {
    line.post("1", "varmepumpe?");
    line.outside.has("other", post("1", "varmepumpe?"));

    line.says("ana", link("other"));

    assertThat(told("ana")).contains("is here already, as " + line.ticket("1").id());
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void twoWhoBringTheSamePostAreBothToldAndOneExpertIsAsked() {
    outsideIs("1", "varmepumpe?");
    line.desk.said("e1", new ChatUser(TimeLine.handle("ana"), "Ana"), link("1"));
    line.desk.said("e2", new ChatUser(TimeLine.handle("ben"), "Ben"), link("1"));

    line.settle();

    assertThat(told("ana")).contains("Ana Moen is being asked");
    assertThat(told("ben")).contains("Ana Moen blir spurt");
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void whatAFeedBringsLaterIsTheSamePost() {
    outsideIs("1", "varmepumpe?");
    line.says("ben", link("1"));

    line.post("1", "varmepumpe?").edit("1", "varmepumpe, igjen?").delete("1");

    assertThat(line.nudged()).containsExactly("ana");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Closed.class);
  }

  @Test
  void aComplaintIsToldToStandInItsQueue() {
    outsideIs("1", "elendig kundeservice");

    line.says("ida", link("1"));

    assertThat(told("ida")).contains("det står i #kundeservice og er ledig");
  }

  @Test
  void nobodysPostIsLeftAndToldSo() {
    outsideIs("1", "nice weather");

    line.says("ana", link("1"));

    assertThat(told("ana")).contains("By the rules it is nobody's, so I left it");
    assertThat(line.nudged()).isEmpty();
    assertThat(line.says("ana", link("1")).toString()).contains("it is nobody's");
  }

  @Test
  void ourOwnPostIsToldByItsLinkWithoutAskingAnybody() {
    String answer = line.says("ana", "https://mastodon.example/@lyngheia/99").toString();

    assertThat(answer).contains("is our own");
    assertThat(line.outside.asked()).isEmpty();
  }

  @Test
  void ourOwnPostIsKnownByItsAuthorToo() {
    Mention post = post("1", "varmepumpe!");
    line.outside.has(
        "1",
        new Mention(
            post.id(),
            "",
            "1",
            post.link(),
            new Author("lyngheia", "Lyngheia", null, 0),
            post.text(),
            post.kind(),
            "nb",
            null,
            null,
            post.replyWay(),
            post.publishedAt()));

    line.says("ida", link("1"));

    assertThat(told("ida")).contains("er vårt eget");
    assertThat(line.maybeTicket("1")).isEmpty();
  }

  @Test
  void anAnswerOfOursIsToldAsSuch() {
    line.post("1", "varmepumpe?");
    var id = line.ticket("1").id();
    line.store.write(books -> {
      books
          .thanks()
          .answered(new Thanks.Answered(id, new Colleague("ana", "Ana"), line.now(), "mastodon:1"));
      books.thanks().posted(id, new MentionId(ScriptedNetwork.NAME, "ours"));
      return true;
    });
    outsideIs("ours", "varmepumpe: sett den på gummiføtter");

    line.says("ana", link("ours"));

    assertThat(told("ana")).contains("is our own");
    assertThat(line.maybeTicket("ours")).isEmpty();
  }

  @Test
  void aPublishedAnswerIsKnownByItsLink() {
    line.post("1", "varmepumpe?").does("ana", new ReplyAction.Reply("Sett den på gummiføtter."));

    String answer = line.says("ben", "https://mastodon.example/r").toString();

    assertThat(answer).contains("vårt eget svar: Ana Moen skrev det, på " + line.ticket("1").id());
    assertThat(line.outside.asked()).isEmpty();
  }

  @Test
  void aLinkToNothingIsToldSo() {
    line.says("ana", link("404"));
    line.says("ida", link("405"));

    assertThat(told("ana")).contains("I found no post at mastodon.example");
    assertThat(told("ida")).contains("Jeg fant ikke noe innlegg på mastodon.example");
  }

  @Test
  void aPostThatWasTakenAwayOutsideIsToldAndErasedHere() {
    line.post("1", "varmepumpe?");
    line.outside.answersWith(
        seen(new MentionEvent.Deleted(post("1", "").id(), line.now())),
        seen(new MentionEvent.Deleted(post("never", "").id(), line.now())));

    line.says("ana", link("moved"));
    line.says("ben", link("never"));

    assertThat(told("ana")).contains("is gone: it was taken away outside");
    assertThat(line.ticket("1").state()).isInstanceOf(TicketState.Closed.class);
    assertThat(told("ben")).contains("er borte");
    outsideIs("never", "varmepumpe?");
    line.says("ben", link("never"));
    assertThat(told("ben")).as("it may come back").contains("er her nå");
  }

  @Test
  void whoHasToWaitIsToldOnceAndThenWhatCameOfIt() {
    outsideIs("1", "varmepumpe?");
    Fetch.Wait wait = new Fetch.Wait(Duration.ofMinutes(5), "asked to wait (429)");
    line.outside.answersWith(wait, wait);

    line.says("ana", link("1"));
    assertThat(told("ana"))
        .isEqualTo(
            "mastodon.example asks me to wait. I look again by myself in 5 minutes, and tell you"
                + " then.");
    line.pass(Duration.ofMinutes(5));
    assertThat(line.slack.whispers()).hasSize(1);
    line.pass(Duration.ofMinutes(5));

    assertThat(told("ana")).contains("Ana Moen is being asked");
    assertThat(line.slack.whispers()).hasSize(2);
  }

  @Test
  void aWaitThatIsTooLongIsToldAtOnce() {
    line.outside.answersWith(new Fetch.Wait(Duration.ofHours(9), "asked to wait (429)"));

    line.says("ida", link("1"));

    assertThat(told("ida")).contains("send meg lenken igjen senere", "asked to wait (429)");
  }

  @Test
  void whatFailsIsTriedAgainForAWhileAndThenTold() {
    outsideIs("1", "varmepumpe?");
    line.outside.answersWith(new Fetch.Failed("the server answered 502"));
    line.says("ana", link("1"));
    assertThat(line.slack.whispers()).isEmpty();
    line.pass(Duration.ofSeconds(2));
    assertThat(told("ana")).contains("Ana Moen is being asked");

    IntStream.range(0, 6)
        .forEach(i -> line.outside.answersWith(new Fetch.Failed("the server answered 502")));
    line.says("ida", link("2"));
    IntStream.range(0, 20).forEach(i -> line.pass(Duration.ofSeconds(10)));
    assertThat(told("ida")).contains("Jeg fikk ikke lest innlegget", "the server answered 502");
    assertThat(line.outside.asked().stream().filter(URI.create(link("2"))::equals)).hasSize(6);
  }

  @Test
  void aRefusalSaysWhatToDoInTheirLanguage() {
    line.outside.answersWith(
        new Fetch.Refused("the token is not valid", "Make a new one."),
        new Fetch.Refused("the page asks to sign in", "Only public pages can be read."));

    line.says("ana", link("1"));
    line.says("ida", link("2"));

    assertThat(told("ana"))
        .isEqualTo(
            "I cannot read the post at mastodon.example: the token is not valid. Make a new one.");
    assertThat(told("ida")).contains("siden ber om innlogging. Bare offentlige innlegg");
  }

  @Test
  void aPostThatCannotBeReadIsToldWithTheReason() {
    line.outside.answersWith(
        new PostLookup.Seen(List.of(), List.of(new Skipped("1", "has no readable time"))));

    line.says("ana", link("1"));

    assertThat(told("ana")).contains("has no readable time");
  }

  @Test
  void aLinkThatNothingHereCanReadIsToldSo() {
    line.says("ana", "https://elsewhere.example/post");

    assertThat(told("ana"))
        .contains("elsewhere.example", "nothing that is set up here can read it");
  }

  @Test
  void aPostThatTheRulesHoldBackIsToldToWait() {
    line.under(BringTest::silenced);
    outsideIs("1", "varmepumpe?");

    line.says("ana", link("1"));
    assertThat(line.slack.whispers()).isEmpty();
    IntStream.range(0, 60).forEach(i -> line.pass(Duration.ofSeconds(30)));

    assertThat(told("ana")).contains("nothing is decided about it yet", "why " + link("1"));
  }

  private static RuleBook silenced(RuleBook book) {
    Silence keeps =
        new Silence("text:varmepumpe", Instant.parse("2026-09-16T00:00:00Z"), "later", "adm", true);
    return new RuleBook(
        book.revision() + 1,
        book.house(),
        book.routes(),
        List.of(keeps),
        book.topics(),
        book.experts(),
        book.teams());
  }

  @Test
  void theSameEventTwiceIsOneLook() {
    outsideIs("1", "varmepumpe?");
    ChatUser ana = new ChatUser(TimeLine.handle("ana"), "Ana");
    line.desk.said("same", ana, link("1"));
    line.desk.said("same", ana, link("1"));

    line.settle();

    assertThat(line.outside.asked()).hasSize(1);
    assertThat(line.slack.whispers()).hasSize(1);
    assertThat(line.ticket("1").topic()).isEqualTo(new TopicId("heat-pumps"));
  }
}
