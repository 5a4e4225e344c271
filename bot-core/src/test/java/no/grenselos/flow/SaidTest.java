package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Cap;
import no.grenselos.store.AuditLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say to the bot, and what it says of shared links. */
class SaidTest {
  private static final URI POST = URI.create("https://mastodon.example/@kari/1");

  private TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), "");
  }

  private String said(String who, String words) {
    return text(line.desk.said("said:" + words, user(who), words));
  }

  private static String text(Page page) {
    return page.blocks().stream().map(SaidTest::text).collect(Collectors.joining("\n"));
  }

  private static String text(Page.Block block) {
    return switch (block) {
      case Page.Block.Heading heading -> heading.text();
      case Page.Block.Show show ->
          switch (show.part()) {
            case Part.Line spans -> text(spans.spans());
            case Part.Small spans -> text(spans.spans());
            case Part.Picture picture -> picture.alternative();
            case Part.Post post -> post.text();
          };
      case Page.Block.Row row -> text(row.text());
      case Page.Block.Divider divider -> "---";
    };
  }

  private static String text(List<Span> spans) {
    return spans.stream()
        .map(span ->
            switch (span) {
              case Span.Plain plain -> plain.text();
              case Span.Strong strong -> strong.text();
              case Span.Link link -> link.text() + " " + link.to();
              case Span.Person person -> person.user().name();
              case Span.Moment moment -> moment.at().toString();
            })
        .collect(Collectors.joining());
  }

  @Test
  void menuNamesOnlyWhatIsAnsweredInTheirLanguage() {
    assertThat(said("ana", "")).contains("/grenselos topics", "who answers what");
    assertThat(said("ben", "")).contains("/grenselos emner", "hvem som svarer på hva");
  }

  @Test
  void unknownWordLeadsToTheMenu() {
    assertThat(said("ana", "tpoics")).contains("I do not know that word", "/grenselos topics");
  }

  @Test
  void helpSaysHowItWorks() {
    assertThat(said("ana", "help")).contains("eyes = I'll take it", "/grenselos ask");
    assertThat(said("ben", "hjelp")).contains("eyes = jeg tar den", "/grenselos spør");
  }

  @Test
  void askSaysWhoWouldBeAskedAndWhy() {
    line.at("09:00");

    assertThat(said("ida", "ask \"bråker varmepumpen?\""))
        .contains(
            "Noen som kan Varmepumper, ville blitt spurt",
            "Ana Moen: har sagt ja til temaet, ikke spurt denne uka",
            "et spørsmål",
            "“varmepumpe”",
            "Etter regelen «heat pumps»");
    assertThat(said("ana", "ask «is the varmepumpe loud?»"))
        .contains("Somebody who knows Heat pumps would be asked", "Ben Dahl: said yes to the topic")
        .doesNotContain("Ana Moen");
  }

  @Test
  void askSaysWhoIsLeftOutAndWhy() {
    line.close();
    line = new TimeLine(new Cap(1, 3));
    line.at("09:00").post("1", "varmepumpe?");

    assertThat(said("ida", "spør varmepumpe"))
        .contains("Ikke nå:", "Ana Moen: er spurt så ofte som de vil: 1 i dag, 1 denne uka");
    assertThat(line.at("20:00").desk.said("x", user("ida"), "spør varmepumpe"))
        .satisfies(
            page -> assertThat(text(page)).contains("Akkurat nå kan ingen", "utenfor tidene sine"));
  }

  @Test
  void askChangesNothing() {
    line.at("09:00");

    said("ida", "ask varmepumpe");
    line.settle();

    assertThat(line.slack.all()).isEmpty();
    List<AuditLog.Entry> noted = line.store.read(books -> books.audit().latest(5));
    assertThat(noted).isEmpty();
  }

  @Test
  void askWithoutWordsSaysHow() {
    assertThat(said("ana", "ask")).contains("ask \"is your heat pump loud?\"");
  }

  @Test
  void askAboutNobodysTopicSaysSo() {
    assertThat(said("ana", "ask nice weather"))
        .contains("Nobody would be disturbed: no rule asks for it", "nobody's topic");
  }

  @Test
  void topicsSayWhoAnswersWhat() {
    assertThat(said("ana", "topics"))
        .contains("2 topics.", "Bills (1): Siri Lund", "Heat pumps (3): Ana Moen, Ben Dahl, Siri");
    assertThat(said("ana", "topics bill")).contains("Bills").doesNotContain("Heat pumps");
  }

  @Test
  void topicNobodyAnswersComesFirst() {
    line.leaves("siri");

    assertThat(said("ana", "topics"))
        .containsSubsequence("one of them without anybody", "Bills (0): nobody yet", "Heat pumps");
  }

  @Test
  void whoeverLeftIsNotNamed() {
    var gone = new HouseChange.PersonGone(TimeLine.handle("siri"));
    line.tells(gone);

    assertThat(said("ana", "topics")).contains("Bills (0)").doesNotContain("Siri Lund");
  }

  @Test
  void whyTellsThePathTheWordsAndWhoWasAsked() {
    line.at("09:00").post("1", "varmepumpe?").does("ana", new TicketAction.Later());

    String why = said("ana", "why " + line.ticket("1").id());

    assertThat(why)
        .contains(
            "By the rules at revision 1: heat pumps",
            "Taken for: Heat pumps",
            "Because it says “varmepumpe”.",
            "Asked Ana Moen: said yes to the topic, not asked this week",
            "Asked Ben Dahl: said yes to the topic, not asked this week");
    assertThat(said("ben", "hvorfor " + POST)).contains("Spurte Ana Moen: har sagt ja til temaet");
  }

  @Test
  void whyIsForThoseWhoAnswerPosts() {
    line.at("09:00").post("1", "varmepumpe?");

    assertThat(said("stranger", "why T-1")).contains("svarer på innlegg").doesNotContain("Ana");
    assertThat(said("ida", "why T-1")).contains("Ana Moen");
    assertThat(said("ana", "why T-99")).contains("I do not know that one");
    assertThat(said("ana", "why not")).contains("I do not know that one");
  }

  @Test
  void sharedLinkSaysWhoHasThePostAndCanBeTakenThere() {
    line.at("09:00").post("1", "varmepumpe?");

    assertThat(about("ana", POST).orElseThrow())
        .satisfies(card -> {
          assertThat(card.headline()).isEqualTo("Ana Moen is being asked about this one");
          assertThat(card.buttons())
              .singleElement()
              .isInstanceOfSatisfying(
                  Card.Button.Act.class,
                  act -> {
                    assertThat(act.press()).isEqualTo(Press.CLAIM);
                    assertThat(act.on()).hasToString(line.ticket("1").id().toString());
                  });
        });
    line.does("ana", new TicketAction.Claim());
    URI tracked = URI.create(POST + "?utm_source=slack#top");
    assertThat(about("ben", tracked).orElseThrow().headline()).isEqualTo("Ana Moen har denne");
    assertThat(about("ben", tracked).orElseThrow().buttons()).isEmpty();
  }

  @Test
  void sharedLinkToAPostThatIsGoneOrUnknownShowsNothing() {
    line.at("09:00").post("1", "varmepumpe?").post("2", "nice weather");

    assertThat(
            about("ana", URI.create("https://mastodon.example/@kari/2")).orElseThrow().headline())
        .isEqualTo("I have seen this one; it is nobody's topic");
    assertThat(about("ana", URI.create("https://mastodon.example/@kari/3"))).isEmpty();
    line.delete("1");
    assertThat(about("ana", POST)).isEmpty();
  }

  private Optional<Card> about(String who, URI address) {
    return line.desk.about(user(who), address);
  }
}
