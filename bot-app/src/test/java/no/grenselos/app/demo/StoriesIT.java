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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five stories of docs/slack-stories.md, played by people in a browser. */
class StoriesIT {
  private static final String RAGNHILD = "U0RAGNHIL31";
  private static final String LENE = "U0LENEAAS21";
  private static final String FATIMA = "U0FATIMAR23";
  private static final String OLAV = "U0OLAVBRA10";

  private static StoryHouse house;
  private static Chromium chromium;

  private Player player;

  @BeforeAll
  static void open(@TempDir Path temp) {
    house = StoryHouse.open(temp);
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (house != null) house.close();
  }

  @BeforeEach
  void sitDown() {
    ViewportSize size = new ViewportSize(1200, 800);
    player = new Player(chromium.page(house.world().playground().page(), size, "en-GB"));
    player
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  @AfterEach
  void nothingWentWrong() {
    player.page().close();
    assertThat(chromium.troubles()).as("errors in the browser's console").isEmpty();
    assertThat(house.world().slack().refusals()).as("what Slack refused").isEmpty();
    assertThat(house.world().slack().troubles()).as("what people saw go wrong").isEmpty();
  }

  @Test
  void somebodyIsIntroducedOnceAndAskedOnlyAfterTheirYes() throws Exception {
    List<String> seen =
        List.of(
            "Is district heating cheaper than panel heaters for a flat of 60 square metres?",
            "Lukewarm radiators in our whole block since Sunday. Is it the district heating?",
            "How far from the pipe can a house be and still get district heating?");
    for (String words : seen) {
      player.posts("furulia", words + " #lyngheia");
      assertThat(house.firstAsked(words)).isEqualTo(OLAV);
    }

    Locator admins = player.opensHome(RAGNHILD);
    player.presses(admins, "Propose somebody");
    player.field("Colleague").selectOption("Fatima Rødland");
    player.tick("Topics", "District heating").check();
    player.picture("invite-propose", player.form());
    player.sends();
    player.sitsAs(FATIMA);
    Locator card = player.message("Hi, I am Grenselos. May I ask you now and then?");
    assertThat(card).containsText("Ragnhild Stenersrud says that you know about District heating");
    for (String words : seen) assertThat(card).containsText(words);
    player.picture("invite-introduction", card);

    String another = "Do you tell us before you close the district heating for repairs?";
    player.posts("furulia", another + " #lyngheia");
    assertThat(house.firstAsked(another)).isEqualTo(OLAV);
    assertThat(player.messages()).hasCount(1);

    player.presses(card, "Yes, ask me");
    player.field("From").fill("09:00");
    player.field("To").fill("13:00");
    player.field("A week at most").selectOption("3");
    player
        .field("How far you go")
        .selectOption("You write the answer, and the communications team approves it.");
    player.picture("invite-form", player.form());
    player.sends();
    assertThat(player.messages()).containsText("Thank you. I ask you when somebody needs you.");
    Locator home = player.opensHome(FATIMA);
    for (String chosen : List.of("District heating", "09:00–13:00", "3 a week at most"))
      assertThat(home).containsText(chosen);
    player.picture("invite-home", home);
  }

  @Test
  void theOneWhoKnowsIsAskedAndAnswersAndHearsThanks() throws Exception {
    String words = "Our heat pump hums all night and the neighbours complain. What helps?";
    player.posts("solveig", words + " #lyngheia");
    player.sitsAs(house.firstAsked(words));
    Locator card = player.card(words);
    assertThat(card).containsText("You know this topic: want to reply?");
    assertThat(card).containsText("Because you said yes to Heat pumps");
    player.picture("answer-nudge", card);

    player.presses(card, "I'll take it");
    assertThat(card).containsText("It's yours. Thank you.");
    player.presses(card, "Write the reply");
    String reply = "Rubber feet under the outdoor unit take most of the hum away.";
    player.field("Your words").fill(reply);
    assertThat(player.form()).containsText(reply.length() + " of 500");
    assertThat(player.form().getByText("So it will look:").innerText())
        .isEqualTo("So it will look:\n" + reply);
    player.picture("answer-window", player.form());
    player.sends();
    Locator answer = player.answer(reply);
    assertThat(answer).isVisible();
    assertThat(card).containsText("Your answer is out. Thank you for going there.");
    assertThat(house.answers()).filteredOn(said -> said.contains(reply)).hasSize(1);

    player.repliesTo(answer, "solveig", "Thank you so much, that helped!");
    assertThat(card).containsText("They thanked you:");
    player.picture("answer-thanks", card);
    assertThat(house.asked(words)).hasSize(1);
  }

  @Test
  void whoPassesSaysWhyAndNamesTheColleagueWhoIsAskedNext() throws Exception {
    String words = "Our housing co-op argues about EV charging in the garage. How do others share?";
    player.posts("arne", words + " #lyngheia");
    String first = house.firstAsked(words);
    String other = first.equals("U0YUSUFBE4") ? "Ben Haugdal" : "Yusuf Bergli";
    player.sitsAs(first);
    Locator card = player.card(words);

    player.chooses(card, "Somebody else knows this");
    player.field("A colleague who knows it better").selectOption(other);
    player.field("Why").fill("Has set up chargers in five garages");
    player.picture("pass-form", player.form());
    player.sends();
    assertThat(card).containsText(other);
    player.picture("pass-passed", card);

    String next = other.equals("Ben Haugdal") ? "U0BENHAUG2" : "U0YUSUFBE4";
    player.sitsAs(next);
    assertThat(player.card(words)).containsText("You know this topic: want to reply?");
    player.picture("pass-asked", player.card(words));
    assertThat(house.asked(words)).containsExactly(first, next);
  }

  @Test
  void customerServiceAsksForAFactAndAnswersTheComplaint() throws Exception {
    String words = "Terrible. A third reminder fee on an invoice I have paid, and nobody answers!";
    player.posts("joost", words + " #lyngheia");
    player.sitsAs(LENE, "kundeservice");
    Locator card = player.card(words);
    assertThat(card).containsText("Somebody on Mastodon is not happy");
    assertThat(player.pinned()).containsText("Terrible. A third reminder");
    player.picture("complaint-queue", card);
    player.foldsPins();

    player.presses(card, "I'll take it");
    assertThat(card).containsText("Lene Aasmo has this one");
    player.chooses(card, "Ask an expert for a fact");
    String question = "Do reminders go out while a payment is still on its way?";
    player.field("What do you need to know?").fill(question);
    player.picture("complaint-ask", player.form());
    player.sends();
    tells(question, "Yes, for two days. The fee is taken back as soon as the payment is seen.");

    player.sitsAs(LENE, "kundeservice");
    assertThat(card).containsText("The fee is taken back as soon as the payment is seen.");
    player.foldsPins();
    player.picture("complaint-fact", card);
    player.presses(card, "Write the reply");
    assertThat(player.field("Your words"))
        .hasValue(Pattern.compile("Hi, and thank you for telling us\\.\\s*"));
    String reply =
        "Hi, and thank you for telling us. The two crossed; the fee is taken back today.";
    player.field("Your words").fill(reply);
    assertThat(player.form()).containsText(reply.length() + " of 500");
    player.sends();
    assertThat(player.answer(reply)).isVisible();
    assertThat(card).containsText("Lene Aasmo answered");
    assertThat(house.answers()).filteredOn(said -> said.contains(reply)).hasSize(1);
    player.picture("complaint-answered", card);
  }

  @Test
  void manyPostsOnOneMatterAreOneCardWithOneLine() {
    furuliaGoesDark();

    player.sitsAs(RAGNHILD, "kommunikasjon");
    Locator card = player.message("Many people write about Outages and grid: 8 posts");
    assertThat(card).containsText("wait");
    assertThat(player.messages().filter(new Locator.FilterOptions().setHasText("Many people")))
        .hasCount(1);
    assertThat(house.asked("in Furulia").size()).as("nudges").isLessThan(5);
    player.picture("storm-card", card);

    player.presses(card, "Edit the shared line");
    String line = "A tree fell on the line to Furulia; we expect power back at noon.";
    player.field("The shared line").fill(line);
    player.sends();
    assertThat(card).containsText(line);
    assertThat(house.answers()).noneMatch(said -> said.contains(line));
    player.presses(card, "Open the list");
    player.picture("storm-list", player.form());
    player.presses(player.form(), "I'll take it");
    player.sends();

    player.sitsAs(RAGNHILD);
    Locator own = player.card("in Furulia");
    assertThat(own).containsText("It's yours. Thank you.");
    player.presses(own, "Write the reply");
    assertThat(player.field("Your words")).hasValue(Pattern.compile(line + "\\s*"));
    String more = "A freezer that stays shut keeps cold for a day.";
    player.field("Your words").fill(line + "\n" + more);
    assertThat(player.form()).containsText((line + "\n" + more).length() + " of 500");
    player.picture("storm-reply", player.form());
    player.sends();
    assertThat(player.answer(line)).isVisible();
    assertThat(player.answer(line)).containsText(more);
    assertThat(house.answers()).filteredOn(said -> said.contains(line)).hasSize(1);
  }

  /** Whoever is asked for the fact knows it. */
  private void tells(String question, String words) throws InterruptedException {
    player.sitsAs(house.firstAsked(question));
    Locator fact = player.message(question);
    assertThat(fact).containsText("Lene Aasmo needs a fact that you may know");
    player.presses(fact, "I know this");
    player.field("Your words to the colleague").fill(words);
    player.sends();
  }

  /** Eight posts, five of which make a storm here. */
  private void furuliaGoesDark() {
    List<String> ends =
        List.of(
            "When is it back?",
            "Does anybody know why?",
            "How long will it last?",
            "Do the street lights work where you are?",
            "Is it the whole valley?",
            "What happened?",
            "Was it the wind?",
            "Is somebody on the way?");
    List<String> accounts = List.of("maren", "arne", "joost", "furulia");
    for (int i = 0; i < ends.size(); i++) {
      String words = "All dark in Furulia, power cut here too. " + ends.get(i);
      player.posts(accounts.get(i % accounts.size()), words + " #lyngheia");
    }
    player.page().waitForCondition(() -> house.figures().count("storm.joined") == ends.size());
    house.pass(Duration.ofSeconds(11));
  }
}
