package no.grenselos.app.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;

/** Plays colleagues in Teams. */
final class TeamsPlayer extends Player {
  /** Those of docs/teams.md; the rest look as they do in Slack. */
  private static final Set<String> KEPT =
      Set.of(
          "answer-nudge",
          "answer-window",
          "invite-introduction",
          "claimed-owner",
          "claimed-other",
          "storm-card");

  TeamsPlayer(Page page) {
    super(page);
  }

  /** It is the newest message of the bot, once it was asked for. */
  @Override
  Locator opensHome(String colleague) {
    sitsAs(colleague);
    says("home");
    return messages().last();
  }

  @Override
  void commands(String words) {
    says(words);
  }

  /** Writes into the open conversation. */
  void says(String words) {
    page().getByTestId("compose-box").fill(words);
    page().getByTestId("compose-send").click();
    message(words).waitFor();
  }

  @Override
  Locator quotes() {
    return page().locator(".own-emphasis");
  }

  @Override
  void chooses(Locator card, String label) {
    card.getByTestId("card-more").click();
    choose(label);
  }

  /** Chooses a command from the menu of a message. */
  void choosesOf(Locator message, String command) {
    message.hover();
    message.getByTestId("message-menu").click();
    choose(command);
  }

  private void choose(String line) {
    page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(line).setExact(true))
        .click();
  }

  /** Puts a reaction on a message, by Teams' name of it. */
  void reacts(Locator message, String type) {
    message.hover();
    message.getByTestId("react-" + type).click();
  }

  /** Few choices are all in sight, many are in a list. */
  @Override
  void picks(String label, String choice) {
    Locator field = field(label);
    if ("radiogroup".equals(field.getAttribute("role"))) {
      field.getByLabel(choice, new Locator.GetByLabelOptions().setExact(true)).check();
    } else {
      field.selectOption(choice);
    }
  }

  @Override
  void seesHowItLooks() {
    presses(form(), "Show how it will look");
  }

  @Override
  String preview() {
    return form().locator("p:has(> :text-is('" + PREVIEW + "')) + p").innerText();
  }

  @Override
  Locator sender() {
    return form().locator("button.primary");
  }

  /** It stays where it was posted. */
  @Override
  Locator board() {
    return message("waiting");
  }

  @Override
  void foldsBoard() {}

  @Override
  void picture(String name, Locator shows) {
    if (KEPT.contains(name)) new Picture(page(), shows).save("teams-" + name);
  }
}
