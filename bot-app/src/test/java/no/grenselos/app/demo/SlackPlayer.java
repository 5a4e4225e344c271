package no.grenselos.app.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Plays colleagues in Slack. */
final class SlackPlayer extends Player {
  SlackPlayer(Page page) {
    super(page);
  }

  @Override
  Locator opensHome(String colleague) {
    takesSeat(colleague);
    page().getByTestId("channel-home").click();
    return page().getByTestId("home");
  }

  @Override
  void commands(String words) {
    page().getByTestId("compose-box").fill("/grenselos " + words);
    page().getByTestId("compose-send").click();
  }

  @Override
  Locator quotes() {
    return page().locator("blockquote");
  }

  @Override
  void chooses(Locator card, String label) {
    Locator line = page().locator("[role=menuitem]:text-is('" + label + "')");
    Locator menu = card.locator(".menu-holder", new Locator.LocatorOptions().setHas(line));
    menu.locator("[data-testid^='overflow-']").click();
    menu.locator("[role=menuitem]:text-is('" + label + "')").click();
  }

  @Override
  void picks(String label, String choice) {
    field(label).selectOption(choice);
  }

  /** It is shown while somebody writes. */
  @Override
  void seesHowItLooks() {}

  @Override
  String preview() {
    return form().getByText(PREVIEW).innerText().replace(PREVIEW + "\n", "");
  }

  @Override
  Locator sender() {
    return page().getByTestId("modal-submit");
  }

  /** Pinned above everything. */
  @Override
  Locator board() {
    return page().getByTestId("pinned-card");
  }

  @Override
  void foldsBoard() {
    board().locator("summary").click();
  }

  @Override
  void picture(String name, Locator shows) {
    new Picture(page(), shows).save(name);
  }
}
