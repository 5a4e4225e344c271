package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers how somebody wants the pages. */
@Controller
final class LookController {
  static final String PATH = ConsoleWeb.ROOT + "/look";

  private final Console console;

  LookController(Console console) {
    this.console = console;
  }

  /**
   * @param to the page to come back to
   */
  @PostMapping(PATH)
  String remember(
      @RequestParam(name = "language", defaultValue = "") String language,
      @RequestParam(name = "theme", defaultValue = "") String theme,
      @RequestParam(name = "to", defaultValue = "") String to,
      HttpServletResponse response) {
    if (Looks.LANGUAGES.contains(language)) keep(response, Looks.LANGUAGE, language);
    if (Looks.THEMES.contains(theme)) keep(response, Looks.THEME, theme);
    return "redirect:" + (WayBack.isOurs(to) ? to : ConsoleWeb.ROOT);
  }

  private void keep(HttpServletResponse response, String name, String value) {
    String cookie = Looks.remember(console, name, value).toString();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie);
  }
}
