package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyCard;
import no.grenselos.chat.AnyPng;
import no.grenselos.chat.AnyText;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Handle;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

class TeamsCardTest {
  /** As long as a post can be. */
  private static final AnyCard ANY = new AnyCard(new AnyText(2_000), new Handle("teams", "29:ben"));

  private static final PlacementId ID = new PlacementId(7);
  private static final ChatEvent.On ON = new ChatEvent.On.Card(ID);
  private static final URI LINK = URI.create("https://social.example/@per/1");
  private static final TeamsView FULL =
      TeamsView.ANYONE
          .in(ZoneId.of("Europe/Oslo"))
          .stamped("x".repeat(64))
          .refreshedFor(Collections.nCopies(60, "29:" + "1".repeat(80)));

  private static final String HOSTILE =
      "<!channel> <!here> @everyone <@U0BEN> <https://evil.example|bank.no> *bold* _it_ `code` "
          + "[a](https://evil.example) <at>Ben</at> &lt;!channel&gt; \u202Egnp.exe \u200B\u2066x"
          + " {{DATE(2026-11-26T08:00:00Z,SHORT)}}";

  @Provide
  Arbitrary<Card> cards() {
    return ANY.card();
  }

  @Provide
  Arbitrary<Page> pages() {
    return ANY.page();
  }

  @Provide
  Arbitrary<TeamsView> views() {
    return Arbitraries.of(TeamsView.ANYONE, FULL, FULL.in(Locale.of("nb")));
  }

  @Property(tries = 80)
  void anyCardIsWithinTeamsLimitsAndHarmless(
      @ForAll("cards") Card card, @ForAll("views") TeamsView view) throws Exception {
    ObjectNode drawn = TeamsCard.draw(ON, card, view);

    assertThat(CardRules.broken(drawn)).isEmpty();
    assertThat(Harm.in(drawn)).isEmpty();
    assertThat(new ObjectMapper().writeValueAsBytes(withoutPictures(drawn)))
        .hasSizeLessThanOrEqualTo(26 * 1024);
    assertThat(drawn.toString())
        .hasSizeLessThanOrEqualTo(26 * 1024 + 4 * TeamsPictures.ALL / 3 + 40);
    assertThat(TeamsCard.summary(card)).isNotBlank().doesNotContain("<", ">").hasSizeLessThan(301);
  }

  private static ObjectNode withoutPictures(ObjectNode drawn) {
    ObjectNode copy = drawn.deepCopy();
    for (JsonNode element : copy.path("body")) {
      if (element.path("type").asText().equals("Image")) ((ObjectNode) element).put("url", "");
    }
    return copy;
  }

  @Test
  void pictureThatFitsIsWithinTheCardAndOneThatDoesNotIsInWords() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Picture(AnyPng.of(400, 60_000), "too large"));
    for (int i = 1; i <= 5; i++) parts.add(new Part.Picture(AnyPng.of(i, 40_000), "picture " + i));
    Card card = new Card("The week", parts, List.of(), List.of(), "The week");

    JsonNode body = TeamsCard.draw(ON, card, TeamsView.ANYONE).path("body");

    assertThat(body.findValuesAsText("altText"))
        .containsExactly("picture 1", "picture 2", "picture 3");
    assertThat(body.path(1).at("/inlines/0/text").asText()).isEqualTo("too large");
    assertThat(body.path(5).at("/inlines/0/text").asText()).isEqualTo("picture 4");
    assertThat(body.path(2).path("url").asText()).startsWith("data:image/png;base64,iVBOR");
  }

  @Property(tries = 40)
  void eachPressOfAnyCardIsReadBack(@ForAll("cards") Card card, @ForAll("views") TeamsView view) {
    JsonNode drawn = TeamsCard.draw(ON, card, view);

    assertThat(presses(drawn).map(TeamsPressed::parse).flatMap(Optional::stream))
        .containsExactlyElementsOf(
            Stream.concat(
                    card.buttons().stream()
                        .flatMap(button ->
                            button instanceof Card.Button.Act act
                                ? Stream.of(act.press())
                                : Stream.empty()),
                    card.more().stream().limit(10).map(Card.Choice::press))
                .map(press -> new TeamsPressed(press, ON, ID, view.stamp()))
                .toList());
  }

  @Property(tries = 50)
  void anyPageIsWithinTeamsLimitsAndHarmless(
      @ForAll("pages") Page page, @ForAll("views") TeamsView view) throws Exception {
    ObjectNode drawn = TeamsPage.draw(page, view);

    assertThat(CardRules.broken(drawn)).isEmpty();
    assertThat(Harm.in(drawn)).isEmpty();
    assertThat(new ObjectMapper().writeValueAsBytes(drawn)).hasSizeLessThanOrEqualTo(26 * 1024);
    assertThat(TeamsPage.summary(page)).isNotBlank().doesNotContain("<", ">").hasSizeLessThan(301);
  }

  @Test
  void headlineComesFirstThenThePostThenButtonsWithTheCardsNumber() {
    Card card =
        new Card(
            "You know this topic",
            List.of(new Part.Post("Per", LINK, "Is it loud?\n\nAnd dear?")),
            List.of(
                new Card.Button.Act(Press.CLAIM, "I'll take it", true),
                new Card.Button.Act(Press.REPLY, "Reply", false),
                new Card.Button.Go("Open", LINK)),
            List.of(new Card.Choice(Press.WRONG_TOPIC, "Wrong topic")),
            "Per asks");

    JsonNode drawn = TeamsCard.draw(ON, card, TeamsView.ANYONE.stamped("r3"));

    assertThat(drawn.path("version").asText()).isEqualTo("1.5");
    JsonNode body = drawn.path("body");
    assertThat(body.path(0).path("style").asText()).isEqualTo("heading");
    JsonNode post = body.path(1).path("items");
    assertThat(post.path(0).path("inlines").path(2).at("/selectAction/url").asText())
        .isEqualTo(LINK.toString());
    assertThat(post.path(1).at("/inlines/0/text").asText()).isEqualTo("Is it loud?");
    assertThat(post.path(2).path("spacing").asText()).isEqualTo("medium");
    JsonNode actions = body.path(2).path("actions");
    assertThat(actions.path(0).path("type").asText()).isEqualTo("Action.Execute");
    assertThat(actions.path(0).path("verb").asText()).isEqualTo("press");
    assertThat(actions.path(0).path("style").asText()).isEqualTo("positive");
    assertThat(actions.path(0).path("data"))
        .hasToString(
            "{\"grenselos\":1,\"press\":\"CLAIM\",\"on\":\"C-7\",\"card\":\"C-7\",\"stamp\":\"r3\"}");
    assertThat(actions.path(0).at("/fallback/type").asText()).isEqualTo("Action.Submit");
    assertThat(actions.path(0).at("/fallback/data")).isEqualTo(actions.path(0).path("data"));
    assertThat(actions.path(1).path("type").asText()).isEqualTo("Action.Submit");
    assertThat(actions.path(1).at("/data/msteams/type").asText()).isEqualTo("task/fetch");
    assertThat(actions.path(2).path("url").asText()).isEqualTo(LINK.toString());
    assertThat(actions.path(3).path("mode").asText()).isEqualTo("secondary");
  }

  @Test
  void buttonSaysItselfWhatItIsAbout() {
    ChatEvent.On ticket = new ChatEvent.On.About(new Subject.OfTicket(new TicketId(81)));
    Card card =
        new Card(
            "Two",
            List.of(),
            List.of(new Card.Button.Act(Press.CLAIM, "Take it", true, ticket)),
            List.of(),
            "Two");

    List<JsonNode> data = presses(TeamsCard.draw(ON, card, TeamsView.ANYONE)).toList();

    assertThat(data)
        .extracting(TeamsPressed::parse)
        .containsExactly(Optional.of(new TeamsPressed(Press.CLAIM, ticket, ID, "")));
  }

  @Test
  void cardAsksForItsNewestStateForThoseWhoAreNamed() {
    Card card = new Card("Hi", List.of(), List.of(), List.of(), "Hi");

    JsonNode drawn = TeamsCard.draw(ON, card, TeamsView.ANYONE.refreshedFor(List.of("29:ana")));
    JsonNode nowhere =
        TeamsCard.draw(
            new ChatEvent.On.Nothing(), card, TeamsView.ANYONE.refreshedFor(List.of("29:ana")));

    assertThat(drawn.path("refresh"))
        .hasToString(
            "{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"refresh\","
                + "\"data\":{\"grenselos\":1,\"card\":\"C-7\"}},\"userIds\":[\"29:ana\"]}");
    assertThat(TeamsPressed.refreshed(drawn.at("/refresh/action/data"))).contains(ID);
    assertThat(nowhere.has("refresh")).isFalse();
    assertThatThrownBy(() -> TeamsView.ANYONE.refreshedFor(Collections.nCopies(61, "29:a")))
        .hasMessageContaining("61 ids");
  }

  @Test
  void hostileTextStaysInert() {
    Card card =
        new Card(
            HOSTILE,
            List.of(
                new Part.Line(List.of(new Span.Plain(HOSTILE), new Span.Strong(HOSTILE))),
                new Part.Post(HOSTILE, LINK, HOSTILE),
                new Part.Small(List.of(new Span.Plain(HOSTILE), new Span.Link(HOSTILE, LINK)))),
            List.of(new Card.Button.Act(Press.CLAIM, HOSTILE, true)),
            List.of(new Card.Choice(Press.MUTE_TOPIC, HOSTILE)),
            HOSTILE);

    ObjectNode drawn = TeamsCard.draw(ON, card, TeamsView.ANYONE);

    assertThat(Harm.in(drawn)).isEmpty();
    assertThat(CardRules.broken(drawn)).isEmpty();
    assertThat(drawn.toString()).contains("*bold* _it_ `code` [a](https://evil.example)");
  }

  @Test
  void linkSaysItsTrueHostWhereItsWordsPretendAnother() {
    var spoof = new Span.Link("https://bank.no/login", URI.create("https://evil.example/x"));
    var honest = new Span.Link("the guide", URI.create("https://www.guide.example/x"));

    assertThat(drawn(new Part.Line(List.of(spoof, honest))))
        .doesNotContain("bank.no")
        .contains("evil.example", "the guide");
  }

  @Test
  void addressThatIsNotAWebPageIsDeadText() {
    var script = new Span.Link("press here", URI.create("javascript:alert(1)"));
    var user = new Span.Link("or here", URI.create("https://bank.no@evil.example/"));

    assertThat(drawn(new Part.Line(List.of(script, user))))
        .contains("press here", "or here")
        .doesNotContain("javascript", "evil.example");
  }

  @Test
  void colleagueIsNamedWithoutBeingAlerted() {
    var ana = new Span.Person(new ChatUser(new Handle("teams", "29:ana"), "Ana Aas"));

    assertThat(drawn(new Part.Line(List.of(ana)))).contains("Ana Aas").doesNotContain("29:ana");
  }

  @Test
  void momentIsInTheReadersZoneWhereItIsKnownAndElseSaysThatItIsUtc() {
    var moment = new Part.Small(List.of(new Span.Moment(Instant.parse("2026-11-26T14:42:00Z"))));

    assertThat(drawn(moment)).contains("2026-11-26 14:42 UTC");
    assertThat(drawn(moment, TeamsView.ANYONE.in(ZoneId.of("Europe/Oslo")).in(Locale.of("nb"))))
        .contains("26. nov. 2026, 15:42");
  }

  @Test
  void longPostIsCutBeforeAnotherPartIsLeftOut() {
    var post = new Part.Post("Per", LINK, "ord på ord ".repeat(2_000));
    List<Part> parts = new ArrayList<>(Collections.nCopies(12, post));
    parts.add(new Part.Small(List.of(new Span.Plain("from Mastodon"))));
    Card card =
        new Card(
            "Long",
            parts,
            List.of(new Card.Button.Act(Press.CLAIM, "I'll take it", true)),
            List.of(),
            "Long");

    JsonNode body = TeamsCard.draw(ON, card, TeamsView.ANYONE).path("body");

    assertThat(body).hasSize(15);
    assertThat(body.path(13).toString()).contains("from Mastodon");
    assertThat(body.path(14).path("type").asText()).isEqualTo("ActionSet");
    assertThat(body.path(1).at("/items/1/inlines/0/text").asText())
        .endsWith("…")
        .hasSizeBetween(900, 1_000);
  }

  @Test
  void postOfAThousandLinesDoesNotPushTheButtonsAway() {
    String drawn = drawn(new Part.Post("Per", LINK, "a\n".repeat(1_400)));

    assertThat(drawn.split("\"a\"", -1)).hasSize(40);
    assertThat(drawn).contains("\"…\"");
  }

  @Test
  void pageSaysHowManyLinesAreLeftOut() {
    Page.Block row =
        new Page.Block.Row(
            List.of(new Span.Plain("word ".repeat(200))),
            List.of(new Card.Button.Act(Press.CLAIM, "Take it", false, ON)),
            List.of());
    List<Page.Block> blocks = new ArrayList<>(Collections.nCopies(60, row));
    blocks.add(0, new Page.Block.Heading("Your tickets"));

    JsonNode body = TeamsPage.draw(new Page(blocks), TeamsView.ANYONE).path("body");

    int rows = (body.size() - 2) / 2;
    assertThat(rows).isBetween(10, 59);
    assertThat(body.path(body.size() - 1).at("/inlines/0/text").asText())
        .isEqualTo("… and " + (60 - rows) + " more that do not fit here");
  }

  @Test
  void ruleIsDrawnAboveWhatFollowsIt() {
    Page page =
        new Page(
            List.of(
                new Page.Block.Heading("One"),
                new Page.Block.Divider(),
                new Page.Block.Show(new Part.Line(List.of(new Span.Plain("two"))))));

    JsonNode body = TeamsPage.draw(page, TeamsView.ANYONE).path("body");

    assertThat(body).hasSize(2);
    assertThat(body.path(1).path("separator").asBoolean()).isTrue();
    assertThat(TeamsPage.summary(page)).isEqualTo("One two");
  }

  @Test
  void lineOfOurOwnIsACardToo() {
    ObjectNode drawn = TeamsCard.line(TeamsWords.NB.sorry());

    assertThat(CardRules.broken(drawn)).isEmpty();
    assertThat(drawn.toString()).contains("Prøv en gang til");
  }

  private static String drawn(Part part) {
    return drawn(part, TeamsView.ANYONE);
  }

  private static String drawn(Part part, TeamsView view) {
    Card card = new Card("Headline", List.of(part), List.of(), List.of(), "x");
    return TeamsCard.draw(ON, card, view).path("body").toString();
  }

  /** The data of all actions in sight and in the menu. */
  private static Stream<JsonNode> presses(JsonNode card) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode element : card.path("body")) {
      for (JsonNode action : element.path("actions")) {
        if (action.has("data")) found.add(action.path("data"));
      }
    }
    return found.stream();
  }
}
