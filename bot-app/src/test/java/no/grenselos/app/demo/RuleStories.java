package no.grenselos.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Besides the five: the comms admin's stories about the rules, the same in every house. */
abstract class RuleStories extends Stories {
  RuleStories(Houses where) {
    super(where);
  }

  @Test
  void aRuleWithAMistakeIsMendedDecidesTheNextPostAndIsTakenBack() {
    Locator home = player().opensHome(RAGNHILD);
    player().presses(home, "New rule");
    player().field("Name").fill("pigeons");
    player().field("Which posts?").fill("text:pigeons");
    player().picks("Where do they go?", "A team's queue");
    player().picks("In which channel?", "#kundeservice");
    player().field("Answered within").fill("soon");
    player().form().getByLabel(Pattern.compile("^Which place")).fill("1");
    player().isTold("must be a time span such as");
    player().picture("rule-mistake", player().form());
    player().field("Answered within").fill("60m");
    player().sends();

    player().sitsAs(RAGNHILD, "kommunikasjon");
    Locator changed = player().message("Ragnhild Stenersrud changed the rules");
    assertThat(changed).containsText("name: pigeons");
    player().picture("rule-changed", changed);
    String words = "A hundred pigeons sit on your line above our school. Is that safe?";
    player().posts("arne", words + " #lyngheia");
    player().sitsAs(LENE, "kundeservice");
    assertThat(player().card(words)).isVisible();

    player().sitsAs(RAGNHILD, "kommunikasjon");
    player().presses(changed, "Take it back");
    assertThat(player().form()).containsText("name: pigeons");
    player().sends();
    assertThat(player().message("Ragnhild Stenersrud changed the rules"))
        .containsText("− - name: pigeons");
  }

  @Test
  void aChangeIsTriedOnTheLastMonthBeforeItIsMade() {
    String words = "Gulls nest on your mast by the harbour again. Whom do we call?";
    player().posts("arne", words + " #lyngheia");
    Locator home = player().opensHome(RAGNHILD);
    player().presses(home, "New rule");
    player().field("Name").fill("gulls");
    player().field("Which posts?").fill("text:gulls");
    player().picks("Where do they go?", "A team's queue");
    player().picks("In which channel?", "#kundeservice");
    player().form().getByLabel(Pattern.compile("^Which place")).fill("1");
    player().picks("And now?", "Show me first what would change");
    player().sends();

    player().sitsAs(RAGNHILD);
    Locator tried = player().message("What your change would have done in the last 30 days");
    assertThat(tried).containsText("would go elsewhere");
    assertThat(tried).containsText("#kundeservice");
    assertThat(tried).containsText("Gulls nest on your mast");
    Locator waits = player().message("You want to change the rules");
    player().picture("rule-tried", tried);
    player().presses(waits, "Make the change");
    assertThat(player().message("Decided: you wanted to change the rules")).isVisible();
    player().sitsAs(RAGNHILD, "kommunikasjon");
    assertThat(player().message("name: gulls")).isVisible();
  }

  @Test
  void aPostThatWentWrongBecomesATestThatTheRulesFail() {
    String words =
        "A lawyer on the radio praised your new charging station. Where is the next one?";
    player().posts("maren", words + " #lyngheia");
    player().sitsAs(RAGNHILD, "kommunikasjon");
    player().chooses(player().card(words), "Keep as a test");
    assertThat(player().field("The words")).hasValue(Pattern.compile(".*lawyer on the radio.*"));
    player().picks("Where must such a post go?", "One expert is asked");
    player().picks("In which channel?", "Does not matter");
    player().sends();
    assertThat(player().message("Ragnhild Stenersrud changed the rules"))
        .containsText("lawyer on the radio");

    Locator home = player().opensHome(RAGNHILD);
    player().presses(home, "Test the rules");
    player().sitsAs(RAGNHILD);
    Locator failed = player().message("tests hold, by the rules at revision");
    assertThat(failed).containsText("lawyer on the radio");
    assertThat(failed).containsText("Should: One expert is asked. Does: A team's queue.");
    player().picture("rule-test", failed);
  }

  @Test
  void aTopicWithTwoExpertsIsAddedBothSayYesAndTheNextPostGoesToOneOfThem() throws Exception {
    List<String> experts = List.of("Priya Nordvoll", "Emil Sandbrekke");
    Locator home = player().opensHome(RAGNHILD);
    player().presses(home, "New topic");
    player().field("Name in English").fill("Bees on our roofs");
    for (String who : experts) player().tick("Who is invited to take it?", who).check();
    player().isTold("Give me some words or some posts");
    player().field("Which words speak for it?").fill("bees, beehive, beehives, honey, beekeeper");
    player()
        .field("Which posts are about it?")
        .fill(
            "Who looks after the beehives on your roof?\nDo you sell the honey of your own bees?");
    assertThat(player().form()).containsText("Ask whoever knows it, as the last rule");
    player().picture("topic-form", player().form());
    player().sends();

    for (String who : experts) {
      player().sitsAs(who);
      Locator asks = player().message("May I also ask you about Bees on our roofs?");
      if (who.equals(experts.getFirst())) player().picture("topic-introduction", asks);
      player().presses(asks, "Yes, add it");
      assertThat(player().message("Thank you. I ask you about Bees on our roofs too.")).isVisible();
    }
    String words = "How many beehives stand on your roof, and what becomes of the honey?";
    player().posts("solveig", words + " #lyngheia");
    assertThat(house().firstAsked(words)).isIn(experts);
  }

  @Test
  void theManagerIsShownLastMonth() {
    house().lastMonth();
    player().sitsAs(RAGNHILD);
    player().commands("insights");

    Locator month = player().message("How Aug 2026 went");
    assertThat(month).containsText("26 posts came, 6 worth answering, 4 answered.");
    assertThat(month).containsText("Sell: 6 posts");
    assertThat(month).containsText("half of them within 25 min");
    assertThat(month).containsText("one sale");
    assertThat(month).containsText("People were asked 6 times.");
    Locator picture = month.locator("img[alt^='Posts and answers']");
    Locator instead = month.locator("[role=img][aria-label^='Posts and answers']");
    assertThat(picture.or(instead).first()).isVisible();
    player().picture("insights-month", month);
  }
}
