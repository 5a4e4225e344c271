package no.grenselos.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five stories of docs/slack-stories.md, played by people in a browser: the same in every
 * house.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Stories {
  static final String LENE = "Lene Aasmo";
  static final String FATIMA = "Fatima Rødland";

  static final String RAGNHILD = "Ragnhild Stenersrud";
  private static final String OLAV = "Olav Brattset";
  private static final String BEN = "Ben Haugdal";
  private static final String YUSUF = "Yusuf Bergli";

  private final Houses where;

  // of a whole class, as opening takes longer than a story
  private @Nullable StoryHouse opened;
  private @Nullable Chromium browser;

  private @Nullable Player sitting;

  /**
   * @param where the chat house in which the stories are played
   */
  Stories(Houses where) {
    this.where = where;
  }

  /** Whoever plays in this house. */
  abstract Player player(Page page);

  @BeforeAll
  void open(@TempDir Path temp) {
    // the browser is of one thread, the house of many
    CompletableFuture<StoryHouse> opening =
        CompletableFuture.supplyAsync(() -> StoryHouse.open(temp, where));
    browser = Chromium.open();
    opened = opening.join();
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
    if (opened != null) opened.close();
  }

  @BeforeEach
  void sitDown() {
    ViewportSize size = new ViewportSize(1200, 800);
    Page page = chromium().page(house().page(), size, "en-GB");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    sitting = player(page);
  }

  @AfterEach
  void nothingWentWrong() {
    player().page().close();
    assertThat(chromium().troubles()).as("errors in the browser's console").isEmpty();
    assertThat(house().refusals()).as("what the house refused").isEmpty();
    assertThat(house().troubles()).as("what people saw go wrong").isEmpty();
  }

  @Test
  void somebodyIsIntroducedOnceAndAskedOnlyAfterTheirYes() throws Exception {
    List<String> seen =
        List.of(
            "Is district heating cheaper than panel heaters for a flat of 60 square metres?",
            "Lukewarm radiators in our whole block since Sunday. Is it the district heating?",
            "How far from the pipe can a house be and still get district heating?");
    for (String words : seen) {
      player().posts("furulia", words + " #lyngheia");
      assertThat(house().firstAsked(words)).isEqualTo(OLAV);
    }

    Locator admins = player().opensHome(RAGNHILD);
    player().presses(admins, "Propose somebody");
    player().picks("Colleague", "Fatima Rødland");
    player().tick("Topics", "District heating").check();
    player().picture("invite-propose", player().form());
    player().sends();
    player().sitsAs(FATIMA);
    Locator card = player().message("Hi, I am Grenselos. May I ask you now and then?");
    assertThat(card).containsText("Ragnhild Stenersrud says that you know about District heating");
    for (String words : seen) assertThat(card).containsText(words);
    player().picture("invite-introduction", card);

    String another = "Do you tell us before you close the district heating for repairs?";
    player().posts("furulia", another + " #lyngheia");
    assertThat(house().firstAsked(another)).isEqualTo(OLAV);
    assertThat(player().messages()).hasCount(1);

    player().presses(card, "Yes, ask me");
    player().field("From").fill("09:00");
    player().field("To").fill("13:00");
    player().picks("A week at most", "3");
    player()
        .picks("How far you go", "You write the answer, and the communications team approves it.");
    player().picture("invite-form", player().form());
    player().sends();
    assertThat(player().messages()).containsText("Thank you. I ask you when somebody needs you.");
    Locator home = player().opensHome(FATIMA);
    for (String chosen : List.of("District heating", "09:00–13:00", "3 a week at most"))
      assertThat(home).containsText(chosen);
    player().picture("invite-home", home);
  }

  @Test
  void theOneWhoKnowsIsAskedAndAnswersAndHearsThanks() throws Exception {
    String words = "Our heat pump hums all night and the neighbours complain. What helps?";
    player().posts("solveig", words + " #lyngheia");
    player().sitsAs(house().firstAsked(words));
    Locator card = player().card(words);
    assertThat(card).containsText("You know this topic: want to reply?");
    assertThat(card).containsText("Because you said yes to Heat pumps");
    player().picture("answer-nudge", card);

    player().presses(card, "I'll take it");
    assertThat(card).containsText("It's yours. Thank you.");
    player().presses(card, "Write the reply");
    String reply = "Rubber feet under the outdoor unit take most of the hum away.";
    player().field("Your words").fill(reply);
    player().seesHowItLooks();
    assertThat(player().form()).containsText(reply.length() + " of 500");
    assertThat(player().preview()).isEqualTo(reply);
    player().picture("answer-window", player().form());
    player().sends();
    Locator answer = player().answer(reply);
    assertThat(answer).isVisible();
    assertThat(card).containsText("Your answer is out. Thank you for going there.");
    assertThat(house().answers()).filteredOn(said -> said.contains(reply)).hasSize(1);

    player().repliesTo(answer, "solveig", "Thank you so much, that helped!");
    assertThat(card).containsText("They thanked you:");
    player().picture("answer-thanks", card);
    assertThat(house().asked(words)).hasSize(1);
  }

  @Test
  void whoPassesSaysWhyAndNamesTheColleagueWhoIsAskedNext() throws Exception {
    String words = "Our housing co-op argues about EV charging in the garage. How do others share?";
    player().posts("arne", words + " #lyngheia");
    String first = house().firstAsked(words);
    String other = first.equals(YUSUF) ? BEN : YUSUF;
    player().sitsAs(first);
    Locator card = player().card(words);

    player().chooses(card, "Somebody else knows this");
    player().picks("A colleague who knows it better", other);
    player().field("Why").fill("Has set up chargers in five garages");
    player().picture("pass-form", player().form());
    player().sends();
    assertThat(card).containsText(other);
    player().picture("pass-passed", card);

    player().sitsAs(other);
    assertThat(player().card(words)).containsText("You know this topic: want to reply?");
    player().picture("pass-asked", player().card(words));
    assertThat(house().asked(words)).containsExactly(first, other);
  }

  @Test
  void customerServiceAsksForAFactAndAnswersTheComplaint() throws Exception {
    String words = "Terrible. A third reminder fee on an invoice I have paid, and nobody answers!";
    player().posts("joost", words + " #lyngheia");
    player().sitsAs(LENE, "kundeservice");
    Locator card = player().card(words);
    assertThat(card).containsText("Somebody on Mastodon is not happy");
    assertThat(player().board()).containsText("Terrible. A third reminder");
    player().picture("complaint-queue", card);
    player().foldsBoard();

    player().presses(card, "I'll take it");
    assertThat(card).containsText("Lene Aasmo has this one");
    player().chooses(card, "Ask an expert for a fact");
    String question = "Do reminders go out while a payment is still on its way?";
    player().field("What do you need to know?").fill(question);
    player().picture("complaint-ask", player().form());
    player().sends();
    tells(question, "Yes, for two days. The fee is taken back as soon as the payment is seen.");

    player().sitsAs(LENE, "kundeservice");
    assertThat(card).containsText("The fee is taken back as soon as the payment is seen.");
    player().foldsBoard();
    player().picture("complaint-fact", card);
    player().presses(card, "Write the reply");
    assertThat(player().field("Your words"))
        .hasValue(Pattern.compile("Hi, and thank you for telling us\\.\\s*"));
    String reply =
        "Hi, and thank you for telling us. The two crossed; the fee is taken back today.";
    player().field("Your words").fill(reply);
    player().seesHowItLooks();
    assertThat(player().form()).containsText(reply.length() + " of 500");
    player().sends();
    assertThat(player().answer(reply)).isVisible();
    assertThat(card).containsText("Lene Aasmo answered");
    assertThat(house().answers()).filteredOn(said -> said.contains(reply)).hasSize(1);
    player().picture("complaint-answered", card);
  }

  @Test
  void manyPostsOnOneMatterAreOneCardWithOneLine() {
    furuliaGoesDark();

    player().sitsAs(RAGNHILD, "kommunikasjon");
    Locator card = player().message("Many people write about Outages and grid: 8 posts");
    assertThat(card).containsText("wait");
    assertThat(player().messages().filter(new Locator.FilterOptions().setHasText("Many people")))
        .hasCount(1);
    assertThat(house().asked("in Furulia").size()).as("nudges").isLessThan(5);
    player().picture("storm-card", card);

    player().presses(card, "Edit the shared line");
    String line = "A tree fell on the line to Furulia; we expect power back at noon.";
    player().field("The shared line").fill(line);
    player().sends();
    assertThat(card).containsText(line);
    assertThat(house().answers()).noneMatch(said -> said.contains(line));
    player().presses(card, "Open the list");
    player().picture("storm-list", player().form());
    player().presses(player().form(), "I'll take it");
    player().sends();

    player().sitsAs(RAGNHILD);
    Locator own = player().card("in Furulia");
    assertThat(own).containsText("It's yours. Thank you.");
    player().presses(own, "Write the reply");
    assertThat(player().field("Your words")).hasValue(Pattern.compile(line + "\\s*"));
    String more = "A freezer that stays shut keeps cold for a day.";
    player().field("Your words").fill(line + "\n" + more);
    player().seesHowItLooks();
    assertThat(player().form()).containsText((line + "\n" + more).length() + " of 500");
    player().picture("storm-reply", player().form());
    player().sends();
    assertThat(player().answer(line)).isVisible();
    assertThat(player().answer(line)).containsText(more);
    assertThat(house().answers()).filteredOn(said -> said.contains(line)).hasSize(1);
  }

  /** Whoever is asked for the fact knows it. */
  private void tells(String question, String words) throws InterruptedException {
    player().sitsAs(house().firstAsked(question));
    Locator fact = player().message(question);
    assertThat(fact).containsText("Lene Aasmo needs a fact that you may know");
    player().presses(fact, "I know this");
    player().field("Your words to the colleague").fill(words);
    player().sends();
  }

  /** Eight posts, five of which make a storm here. */
  private void furuliaGoesDark() {
    List<String> ends =
        List.of(
            "When is it back?",
            "Does anybody know why?",
            "How long will it last?",
            "Are the street lights out?",
            "Is it the whole valley?",
            "What happened?",
            "Was it the wind?",
            "Is somebody on the way?");
    List<String> accounts = List.of("maren", "arne", "joost", "furulia");
    for (int i = 0; i < ends.size(); i++) {
      // too short to be told from copies of each other, which would add reach only
      String words = "Dark in Furulia, power cut. " + ends.get(i);
      player().posts(accounts.get(i % accounts.size()), words + " #lyngheia");
    }
    player().page().waitForCondition(() -> house().figures().count("storm.joined") == ends.size());
    house().pass(Duration.ofSeconds(11));
  }

  StoryHouse house() {
    return Objects.requireNonNull(opened);
  }

  Player player() {
    return Objects.requireNonNull(sitting);
  }

  private Chromium chromium() {
    return Objects.requireNonNull(browser);
  }
}
