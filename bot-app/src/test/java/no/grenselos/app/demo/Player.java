package no.grenselos.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/**
 * Whoever sits at the playground's page and plays everybody: customers on the left, colleagues on
 * the right, by what stands there to be pressed. Colleagues go by their names.
 */
abstract class Player {
  /** What stands above a reply as it will look. */
  static final String PREVIEW = "So it will look:";

  /** What a dialog says when the machine was too slow for the time that a house gives us. */
  private static final Pattern AGAIN = Pattern.compile("send it again in a moment|Try again\\?");

  private static final int SENDS = 5;
  private static final double SHUT_WITHIN_MS = 5_000;

  private final Page page;

  Player(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

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
  void sitsAs(String colleague) {
    takesSeat(colleague);
    page.locator(".room").first().click();
  }

  /** Sits down in a colleague's place, in a channel. */
  void sitsAs(String colleague, String channel) {
    takesSeat(colleague);
    page.locator(".room", new Page.LocatorOptions().setHasText(channel)).click();
  }

  /** Sits down in a colleague's place, wherever that is. */
  void takesSeat(String colleague) {
    Locator face = page.locator(".face[title^='" + colleague + "']");
    face.click();
    face.and(page.locator("[aria-current=true]")).waitFor();
  }

  /** Opens the bot's home of a colleague. */
  abstract Locator opensHome(String colleague);

  /** Says a command to the bot, in the open conversation. */
  abstract void commands(String words);

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
    Locator post = having(quotes(), words);
    return messages().filter(new Locator.FilterOptions().setHas(post)).last();
  }

  /** The posts from outside that are shown word by word. */
  abstract Locator quotes();

  void presses(Locator in, String label) {
    in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .first()
        .click();
  }

  /** Chooses a line of a card's menu, whichever of its menus has it. */
  abstract void chooses(Locator card, String label);

  /** The open dialog. */
  Locator form() {
    return page.getByTestId("modal");
  }

  /** A field of the open dialog, whether it must be filled in or may be left. */
  Locator field(String label) {
    Locator.GetByLabelOptions exactly = new Locator.GetByLabelOptions().setExact(true);
    return form()
        .getByLabel(label, exactly)
        .or(form().getByLabel(label + " (optional)", exactly))
        .or(form().getByLabel(label + " *", exactly));
  }

  /** Chooses one of several in the open dialog. */
  abstract void picks(String label, String choice);

  /** One of the things to tick under a label. */
  Locator tick(String group, String choice) {
    return form()
        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(group))
        .getByLabel(choice, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Sees how much of a reply's space is used, and how it will look. */
  abstract void seesHowItLooks();

  /** A reply of one line as the open dialog shows it will look. */
  abstract String preview();

  /** Sends the open dialog, which must find no fault; again when it is asked to. */
  void sends() {
    for (int time = 1; !sent(); time++) {
      String says = form().innerText();
      if (time == SENDS || !AGAIN.matcher(says).find()) {
        throw new AssertionError("the dialog is still open: " + says);
      }
    }
  }

  /**
   * Sends the open dialog, which must find this fault; again when it is asked to.
   *
   * @param fault without signs that mean something in a regular expression
   */
  void isTold(String fault) {
    Pattern answer = Pattern.compile(fault + "|" + AGAIN);
    int times = 0;
    do {
      if (++times > SENDS) throw new AssertionError("asked again and again to send it again");
      sender().click();
      assertThat(form().locator("[aria-busy=true]")).hasCount(0);
      assertThat(form()).containsText(answer);
    } while (!form().innerText().contains(fault));
  }

  private boolean sent() {
    // whatever else was pressed in it has been answered
    assertThat(form().locator("[aria-busy=true]")).hasCount(0);
    sender().click();
    try {
      form()
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(WaitForSelectorState.DETACHED)
                  .setTimeout(SHUT_WITHIN_MS));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  /** The button that sends the open dialog. */
  abstract Locator sender();

  /** What the open channel has to do: who waits, and who has what. */
  abstract Locator board();

  /** Makes room for the rest of the open channel. */
  abstract void foldsBoard();

  /** Takes a picture, if it is one of those that are kept of this house. */
  abstract void picture(String name, Locator shows);

  static Locator having(Locator all, String words) {
    return all.filter(new Locator.FilterOptions().setHasText(words));
  }
}
