package no.grenselos.app.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * Whoever sits at the playground's page and plays everybody: customers on the left, colleagues on
 * the right, by what stands there to be pressed.
 */
record Player(Page page) {
  /** Writes a post, as the customer with this account. */
  void posts(String account, String words) {
    page.getByTestId("post-as").selectOption(account);
    page.getByTestId("post-box").fill(words);
    page.getByTestId("post-button").click();
    outside(words).waitFor();
  }

  /** Answers a post, as the customer with this account. */
  void repliesTo(Locator post, String account, String words) {
    page.getByTestId("post-as").selectOption(account);
    post.getByTestId("reply-button").first().click();
    page.getByTestId("reply-box").fill(words);
    page.getByTestId("reply-send").click();
  }

  /** A post with these words, as anybody outside sees it. */
  Locator outside(String words) {
    return having(page.getByTestId("status"), words);
  }

  /** An answer with these words, as anybody outside sees it. */
  Locator answer(String words) {
    return having(page.getByTestId("reply"), words);
  }

  /** Sits down in a colleague's place, before what the bot wrote to them. */
  void sitsAs(String person) {
    page.getByTestId("person-" + person).click();
    page.locator(".room").first().click();
  }

  /** Sits down in a colleague's place, in a channel. */
  void sitsAs(String person, String channel) {
    page.getByTestId("person-" + person).click();
    page.locator(".room", new Page.LocatorOptions().setHasText(channel)).click();
  }

  /** Opens the bot's home of a colleague. */
  Locator opensHome(String person) {
    page.getByTestId("person-" + person).click();
    page.getByTestId("channel-home").click();
    return page.getByTestId("home");
  }

  /** The messages of the open conversation. */
  Locator messages() {
    return page.getByRole(AriaRole.LOG).getByTestId("message");
  }

  /** The newest message with these words, in the open conversation. */
  Locator message(String words) {
    return having(messages(), words).last();
  }

  /** The newest card that shows a post with these words; a list that names it is none. */
  Locator card(String words) {
    Locator post = having(page.locator("blockquote"), words);
    return messages().filter(new Locator.FilterOptions().setHas(post)).last();
  }

  void presses(Locator in, String label) {
    in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .first()
        .click();
  }

  /** Chooses a line of a card's menu, whichever of its menus has it. */
  void chooses(Locator card, String label) {
    Locator menu =
        card.locator(
            ".menu-holder",
            new Locator.LocatorOptions()
                .setHas(page.locator("[role=menuitem]:text-is('" + label + "')")));
    menu.locator("[data-testid^='overflow-']").click();
    menu.locator("[role=menuitem]:text-is('" + label + "')").click();
  }

  /** The open dialog. */
  Locator form() {
    return page.getByTestId("modal");
  }

  /** A field of the open dialog. */
  Locator field(String label) {
    Locator.GetByLabelOptions exactly = new Locator.GetByLabelOptions().setExact(true);
    return form().getByLabel(label, exactly).or(form().getByLabel(label + " (optional)", exactly));
  }

  /** One of the things to tick under a label. */
  Locator tick(String group, String choice) {
    return form()
        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(group))
        .getByLabel(choice, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Sends the open dialog, which must find no fault. */
  void sends() {
    page.getByTestId("modal-submit").click();
    form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** What is pinned to the open channel. */
  Locator pinned() {
    return page.getByTestId("pinned-card");
  }

  /** Folds what is pinned to the open channel, for a better look at the rest. */
  void foldsPins() {
    pinned().locator("summary").click();
  }

  void picture(String name, Locator shows) {
    new Picture(page, shows).save(name);
  }

  private static Locator having(Locator all, String words) {
    return all.filter(new Locator.FilterOptions().setHasText(words));
  }
}
