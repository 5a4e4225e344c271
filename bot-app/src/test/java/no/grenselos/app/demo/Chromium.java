package no.grenselos.app.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Debian's Chromium without a window, and what went wrong in its pages. */
final class Chromium implements AutoCloseable {
  /** A machine may be busy with other tests. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST.toMillis());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(QUIET);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /**
   * A visitor who has not been here before.
   *
   * @param locale what their browser asks for, as {@code nb-NO}
   */
  Page page(URI address, ViewportSize size, String locale) {
    Browser.NewContextOptions visitor =
        new Browser.NewContextOptions()
            .setViewportSize(size)
            .setLocale(locale)
            .setTimezoneId("Europe/Oslo");
    Page page = browser.newContext(visitor).newPage();
    page.setDefaultTimeout(LONGEST.toMillis());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) troubles.add(message.text() + " " + message.location());
    });
    page.onPageError(troubles::add);
    page.navigate(address.toString());
    page.getByTestId("post-box").waitFor();
    return page;
  }

  /** Errors in the consoles of all pages so far. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
