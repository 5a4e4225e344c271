package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Debian's Chromium before a {@link ConsoleHouse}. For tests of pages: {@link #admin()} gives one
 * who is signed in, {@link #everyLook} tries a page in every size and light.
 */
public final class ConsoleBrowser implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final ConsoleHouse house;
  private final Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final Map<String, Page> lookers = new HashMap<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  private ConsoleBrowser(ConsoleHouse house, Browser browser) {
    this.house = house;
    this.browser = browser;
  }

  public static ConsoleBrowser open(ConsoleHouse house) {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST.toMillis());
    return new ConsoleBrowser(house, OneChromium.running());
  }

  /** Somebody who is not signed in; asks for pages in that language, as {@code nb-NO}. */
  public Page stranger(String locale) {
    return page(new Browser.NewContextOptions().setLocale(locale));
  }

  /** Somebody signed in as admin, who speaks English. */
  public Page admin() {
    return admin(new Browser.NewContextOptions().setLocale("en-GB"));
  }

  /** As admin, in a browser of that kind. */
  public Page admin(Browser.NewContextOptions kind) {
    Page page = page(kind);
    page.navigate(house.localLink().toString());
    return page;
  }

  Page withoutScripts() {
    return page(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
  }

  /**
   * Looks at the page as admin, in light on a desk and in the dark in a hand: axe must find nothing
   * serious, nothing may be wider than the screen, and the console must be silent. Takes pictures
   * where the property {@code screenshots} names a folder.
   */
  public void everyLook(String path) {
    everyLook(path, "en-GB");
  }

  /** The same, in that language. */
  public void everyLook(String path, String locale) {
    Page page = looker(locale);
    look(page, path, ColorScheme.LIGHT, 1280);
    look(page, path, ColorScheme.DARK, 360);
    // a page that is not there is an error in the browser's eyes, and meant to be
    assertThat(troubles.stream().filter(text -> !text.contains("status of 40")).toList()).isEmpty();
  }

  /** One signed-in admin for all who only look at pages in that language; changed by nobody. */
  Page looker(String locale) {
    return lookers.computeIfAbsent(
        locale, each -> admin(new Browser.NewContextOptions().setLocale(each)));
  }

  private void look(Page page, String path, ColorScheme light, int width) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
    page.setViewportSize(width, 800);
    page.navigate(house.at(path).toString());
    String look = path + " " + light + " " + width;
    picture(page, look);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + look)
        .isEqualTo(width);
    assertThat(serious(page)).as("axe on " + look).isEmpty();
  }

  private static List<String> serious(Page page) {
    // our pages hold no frames, so axe needs no second page to put its findings together
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + " "
                    + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
            .toList();
  }

  private static void picture(Page page, String look) {
    String folder = System.getProperty("screenshots", "");
    if (folder.isEmpty()) return;
    String name = look.replaceFirst("^/console/", "").replaceAll("[^A-Za-z0-9]+", "-");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of(folder, "console-" + name + ".png"))
            .setFullPage(true));
  }

  /** Errors in the consoles of all pages so far. */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setTimezoneId("Europe/Oslo"));
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(LONGEST.toMillis());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) troubles.add(message.text() + " " + message.location());
    });
    page.onPageError(troubles::add);
    return page;
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
