package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyCard;
import no.grenselos.chat.AnyText;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Png;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.block.StrictBlocks;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;

class SlackCardTest {
  private static final AnyCard ANY = new AnyCard(new AnyText(14_000), new Handle("slack", "U0BEN"));

  private static final PlacementId ID = new PlacementId(12);
  private static final URI LINK = URI.create("https://social.example/@per/1");

  private final SlackCard cards = new SlackCard(user -> user.name());

  @Provide
  Arbitrary<Card> cards() {
    return ANY.card();
  }

  @Provide
  Arbitrary<Form> forms() {
    return ANY.form();
  }

  @Property(tries = 120)
  void anyCardIsWithinSlacksLimitsAndHarmless(@ForAll("cards") Card card) {
    Map<Png, String> files = new HashMap<>();
    for (Part part : card.parts()) {
      // of some pictures Slack has no file
      if (part instanceof Part.Picture picture && picture.png().width() % 3 > 0)
        files.put(picture.png(), "F0123456789");
    }

    SlackMessage message = cards.draw(new ChatEvent.On.Card(ID), card, files);

    JsonNode blocks = json(message.blocks());
    assertThat(StrictBlocks.inMessage(blocks)).isEmpty();
    assertThat(StrictBlocks.totalText(blocks)).isLessThanOrEqualTo(13_000);
    assertThat(Harm.in(blocks)).isEmpty();
    assertThat(message.text()).isNotBlank().doesNotContain("<", ">").hasSizeLessThan(3_000);
  }

  @Provide
  Arbitrary<Page> pages() {
    return ANY.page();
  }

  @Provide
  Arbitrary<SlackWords> words() {
    return Arbitraries.of(SlackWords.EN, SlackWords.NB);
  }

  @Property(tries = 100)
  void anyFormIsWithinSlacksLimitsAndHarmless(
      @ForAll("forms") Form form, @ForAll("words") SlackWords words) {
    Map<String, String> kept = Map.of("text", form.title(), "author", form.submit());
    JsonNode view = json(SlackForm.draw(form, kept, SlackStanding.NOTHING, words));

    assertThat(StrictBlocks.inView(view)).isEmpty();
    assertThat(Harm.in(view)).isEmpty();
    assertThat(view.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
    if (form.fields().size() > 100) {
      assertThat(view.path("blocks").path(99).toString())
          .contains(words.more(form.fields().size() - 99));
    }
  }

  @Property(tries = 60)
  void anyFormDrawnAnewIsWithinSlacksLimits(
      @ForAll("forms") Form form, @ForAll("forms") Form then) {
    View there = SlackForm.draw(form);

    JsonNode view = json(SlackForm.draw(then, Map.of(), SlackStanding.in(there), SlackWords.NB));

    assertThat(StrictBlocks.inView(view)).isEmpty();
  }

  @Property(tries = 80)
  void anyPageIsWithinSlacksLimitsAsAMessage(
      @ForAll("pages") Page page, @ForAll("words") SlackWords words) {
    var blocks = json(SlackPage.draw(page, SlackPage.MESSAGE, user -> user.name(), words));

    if (blocks.isEmpty()) return;
    assertThat(StrictBlocks.inMessage(blocks)).isEmpty();
    assertThat(StrictBlocks.totalText(blocks)).isLessThanOrEqualTo(13_000);
    assertThat(Harm.in(blocks)).isEmpty();
  }

  @Property(tries = 80)
  void anyPageIsWithinSlacksLimitsAsAHome(
      @ForAll("pages") Page page, @ForAll("words") SlackWords words) {
    var home = SlackPage.draw(page, SlackPage.HOME, user -> user.name(), words);
    JsonNode view = json(View.builder().type("home").blocks(home).build());

    assertThat(StrictBlocks.inView(view)).isEmpty();
    assertThat(Harm.in(view)).isEmpty();
  }

  @Test
  void headlineComesFirstThenThePostAsAQuoteThenButtonsWithTheCardsNumber() {
    Card card =
        new Card(
            "You know this topic",
            List.of(new Part.Post("Per", LINK, "Is it loud?")),
            List.of(new Card.Button.Act(Press.CLAIM, "I'll take it", true)),
            List.of(new Card.Choice(Press.WRONG_TOPIC, "Wrong topic")),
            "Per asks");

    JsonNode blocks = json(cards.draw(ID, card).blocks());

    assertThat(blocks.path(0).path("type").asText()).isEqualTo("header");
    assertThat(blocks.path(1).path("elements").path(1).path("type").asText())
        .isEqualTo("rich_text_quote");
    JsonNode button = blocks.path(2).path("elements").path(0);
    assertThat(button.path("action_id").asText()).isEqualTo("press:CLAIM:0");
    assertThat(button.path("value").asText()).isEqualTo("C-12");
    assertThat(button.path("style").asText()).isEqualTo("primary");
    JsonNode menu = blocks.path(2).path("elements").path(1);
    assertThat(menu.path("type").asText()).isEqualTo("overflow");
    assertThat(menu.path("options").path(0).path("value").asText()).isEqualTo("WRONG_TOPIC C-12");
  }

  @Test
  void linkSaysItsTrueHostWhereItsWordsPretendAnother() {
    var spoof = new Span.Link("https://bank.no/login", URI.create("https://evil.example/x"));
    var honest = new Span.Link("the guide", URI.create("https://www.guide.example/x"));

    String line = drawn(new Part.Line(List.of(spoof, honest)));
    String small = drawn(new Part.Small(List.of(spoof, honest)));

    assertThat(line + small).doesNotContain("bank.no").contains("evil.example", "the guide");
  }

  @Test
  void addressThatIsNotAWebPageIsDeadText() {
    var script = new Span.Link("press here", URI.create("javascript:alert(1)"));

    assertThat(drawn(new Part.Line(List.of(script))))
        .contains("press here")
        .doesNotContain("javascript");
  }

  @Test
  void colleagueIsNamedWithoutBeingAlerted() {
    var ana = new Span.Person(new ChatUser(new Handle("slack", "U0ANA"), "Ana Aas"));

    assertThat(drawn(new Part.Line(List.of(ana)))).contains("Ana Aas").doesNotContain("U0ANA");
  }

  @Test
  void longPostLeavesRoomForTheButtons() {
    var post = new Part.Post("Per", LINK, "word ".repeat(2_000));
    Card card =
        new Card(
            "Long",
            List.of(post, post, post, post, post, post),
            List.of(new Card.Button.Act(Press.CLAIM, "I'll take it", true)),
            List.of(),
            "Long");

    JsonNode blocks = json(cards.draw(ID, card).blocks());

    assertThat(blocks.path(blocks.size() - 1).path("type").asText()).isEqualTo("actions");
    assertThat(blocks.path(1).path("elements").path(1).toString()).contains("word…");
  }

  @Test
  void formWithManyLongPostsIsStillTaken() {
    Form.Field quote = new Form.Field.Quote(new Part.Post("Per", LINK, "å".repeat(9_000)));
    Form form =
        new Form(
            FormKind.REPLY,
            new ChatEvent.On.Card(ID),
            "Reply",
            "Send",
            "Cancel",
            Collections.nCopies(20, quote));

    JsonNode view = json(SlackForm.draw(form));

    assertThat(StrictBlocks.inView(view)).isEmpty();
    assertThat(view.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
  }

  private String drawn(Part part) {
    return json(cards
            .draw(ID, new Card("Headline", List.of(part), List.of(), List.of(), "x"))
            .blocks())
        .toString();
  }

  private static JsonNode json(Object model) {
    return Json.parse(GsonFactory.createSnakeCase().toJson(model));
  }
}
