package no.grenselos.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The stories in Teams, and what there is in Teams alone. */
class TeamsStoriesIT extends RuleStories {
  TeamsStoriesIT() {
    super(Houses.TEAMS);
  }

  @Override
  TeamsPlayer player(Page page) {
    return new TeamsPlayer(page);
  }

  @Override
  TeamsPlayer player() {
    return (TeamsPlayer) super.player();
  }

  @Test
  void inAChannelWhoeverHasThePostSeesOtherButtonsThanTheRest() {
    String words = "Terrible. An hour in the queue of your customer service, and nobody answers!";
    player().posts("arne", words + " #lyngheia");
    player().sitsAs(LENE, "kundeservice");
    Locator card = player().card(words);
    Locator writes =
        card.getByText("Write the reply", new Locator.GetByTextOptions().setExact(true));

    player().presses(card, "I'll take it");
    assertThat(card).containsText("Lene Aasmo has this one");
    assertThat(writes).isVisible();
    player().picture("claimed-owner", card);

    player().sitsAs(FATIMA, "kundeservice");
    assertThat(card).containsText("Lene Aasmo has this one");
    assertThat(writes).hasCount(0);
    player().picture("claimed-other", card);
  }

  @Test
  void eyesOnANudgeTakeIt() throws Exception {
    String words = "Does a heat pump still warm the house at twenty below?";
    player().posts("solveig", words + " #lyngheia");
    player().sitsAs(house().firstAsked(words));
    Locator card = player().card(words);

    player().reacts(card, "1f440_eyes");

    assertThat(card).containsText("It's yours. Thank you.");
    assertThat(house().asked(words)).hasSize(1);
  }

  @Test
  void anExpertIsAskedAboutWhatAColleagueWrote() throws Exception {
    String words = "A customer wants to know how long solar panels last on a roof by the sea.";
    player().sitsAs(LENE, "kundeservice");
    player().says(words);

    player().choosesOf(player().message(words), "Ask an expert about this");
    player().sends();

    player().sitsAs(house().firstAsked(words));
    assertThat(player().message(words)).isVisible();
  }
}
