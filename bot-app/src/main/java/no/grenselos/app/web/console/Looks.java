package no.grenselos.app.web.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** How somebody wants the pages: their language and colours, remembered in cookies. */
final class Looks {
  static final String LANGUAGE = "grenselos-language";
  static final String THEME = "grenselos-theme";
  static final Locale BOKMAL = Locale.of("nb");
  static final Set<String> LANGUAGES = Set.of("nb", "en");

  /** {@code auto} is whatever the machine has. */
  static final Set<String> THEMES = Set.of("auto", "light", "dark");

  private static final Duration REMEMBERED = Duration.ofDays(365);

  private Looks() {}

  /** As chosen, else as the browser says; English for any other language. */
  static LocaleResolver language(Console console) {
    AcceptHeaderLocaleResolver byBrowser =
        new AcceptHeaderLocaleResolver() {
          @Override
          public Locale resolveLocale(HttpServletRequest request) {
            String chosen = value(request, LANGUAGE, LANGUAGES, "");
            return chosen.isEmpty() ? near(super.resolveLocale(request)) : Locale.of(chosen);
          }
        };
    byBrowser.setSupportedLocales(
        List.of(Locale.ENGLISH, BOKMAL, Locale.of("nn"), Locale.of("no")));
    byBrowser.setDefaultLocale(console.book().house().language());
    return byBrowser;
  }

  static String theme(HttpServletRequest request) {
    return value(request, THEME, THEMES, "auto");
  }

  static ResponseCookie remember(Console console, String name, String value) {
    return ResponseCookie.from(name, value)
        .path(ConsoleWeb.ROOT)
        .maxAge(REMEMBERED)
        .httpOnly(true)
        .secure(console.settings().encrypted())
        .sameSite("Lax")
        .build();
  }

  private static Locale near(Locale asked) {
    return Set.of("nb", "nn", "no").contains(asked.getLanguage()) ? BOKMAL : Locale.ENGLISH;
  }

  private static String value(
      HttpServletRequest request, String name, Set<String> allowed, String otherwise) {
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie != null && allowed.contains(cookie.getValue()) ? cookie.getValue() : otherwise;
  }
}
