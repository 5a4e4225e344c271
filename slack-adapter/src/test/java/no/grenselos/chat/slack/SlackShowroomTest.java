package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import no.grenselos.chat.AnyText;
import no.grenselos.chat.Form;
import no.grenselos.chat.Page;
import no.grenselos.chat.PlacementId;
import no.grenselos.flow.Showroom;
import no.grenselos.playground.slack.block.StrictBlocks;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything the features show to people, drawn for Slack, with the oddest words in it. */
class SlackShowroomTest {
  private static final PlacementId ID = new PlacementId(999_999_999_999L);

  private final SlackCard cards = new SlackCard(user -> user.name());

  @ParameterizedTest
  @ValueSource(strings = {"nb", "en"})
  void whateverIsShownIsWithinSlacksLimitsAndHarmless(String language) {
    show(Locale.of(language), AnyText.HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb", "en"})
  void evenTheLongestIs(String language) {
    show(Locale.of(language), List.of("Ordrikt " + "langt🧑‍🚒".repeat(1_000), "x".repeat(9_000)));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return new AnyText(14_000).text().list().ofSize(7);
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void soIsAnythingElse(@ForAll("texts") List<String> texts) {
    show(Locale.of("en"), texts);
  }

  private void show(Locale language, List<String> texts) {
    SlackWords words = SlackWords.in(language);
    try (Showroom room = new Showroom(language, texts)) {
      Set<Showroom.Exhibit> exhibits = room.exhibits();
      assertThat(exhibits.size()).isGreaterThan(150);
      for (Showroom.Exhibit exhibit : exhibits) {
        switch (exhibit) {
          case Showroom.Exhibit.OfCard(var card) -> message(cards.draw(ID, card));
          case Showroom.Exhibit.Line(var text) -> message(SlackCard.line(text));
          case Showroom.Exhibit.OfForm(var form, var kept) -> form(form, kept, words);
          case Showroom.Exhibit.OfPage(var page, var home) -> page(page, home, words);
        }
      }
    }
  }

  private static void message(SlackMessage message) {
    inMessage(message.blocks());
    assertThat(message.text()).isNotBlank().doesNotContain("<", ">").hasSizeLessThan(3_000);
  }

  private static void inMessage(List<LayoutBlock> drawn) {
    JsonNode blocks = json(drawn);
    assertThat(StrictBlocks.inMessage(blocks)).as(blocks.toPrettyString()).isEmpty();
    assertThat(StrictBlocks.totalText(blocks)).isLessThanOrEqualTo(StrictBlocks.MAX_TOTAL_TEXT);
    assertThat(Harm.in(blocks)).isEmpty();
  }

  /** As it is opened, and as it is drawn anew over itself. */
  private static void form(Form form, Map<String, String> kept, SlackWords words) {
    View opened = SlackForm.draw(form, kept, SlackStanding.NOTHING, words);
    inView(opened);
    inView(SlackForm.draw(form, kept, SlackStanding.in(opened), words));
    assertThat(List.of(form.title(), form.submit(), form.cancel()))
        .allMatch(text -> !text.isBlank() && text.length() <= 24);
  }

  private static void page(Page page, boolean home, SlackWords words) {
    int most = home ? SlackPage.HOME : SlackPage.MESSAGE;
    List<LayoutBlock> blocks = SlackPage.draw(page, most, user -> user.name(), words);
    assertThat(blocks).isNotEmpty();
    if (home) inView(View.builder().type("home").blocks(blocks).build());
    else inMessage(blocks);
    assertThat(SlackPage.summary(page)).isNotBlank().doesNotContain("<", ">");
  }

  private static void inView(View view) {
    JsonNode drawn = json(view);
    assertThat(StrictBlocks.inView(drawn)).as(drawn.toPrettyString()).isEmpty();
    assertThat(Harm.in(drawn)).isEmpty();
    assertThat(drawn.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(StrictBlocks.MAX_VIEW_BYTES);
  }

  private static JsonNode json(Object model) {
    return Json.parse(GsonFactory.createSnakeCase().toJson(model));
  }
}
