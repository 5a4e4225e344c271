package no.grenselos.app.web.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Where somebody wanted to go who had to sign in first. Only addresses of our own pages count. */
final class WayBack {
  private static final String NAME = "grenselos-to";
  private static final Pattern OURS = Pattern.compile("/console(/[A-Za-z0-9-]{1,40}){1,3}");
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private WayBack() {}

  static void keep(HttpServletRequest request, HttpServletResponse response, Console console) {
    String page = request.getRequestURI();
    if (request.getMethod().equals("GET") && isOurs(page)) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(page, LONG_ENOUGH, console));
    }
  }

  /** Takes it; the first page of the console where nothing was kept. */
  static String take(HttpServletRequest request, HttpServletResponse response, Console console) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, console));
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .filter(WayBack::isOurs)
        .orElse(ConsoleWeb.ROOT);
  }

  /** Whether it is an address of ours that something may lead to. */
  static boolean isOurs(String page) {
    return OURS.matcher(page).matches()
        && !page.startsWith(EntranceController.LOGIN)
        && !page.startsWith(EntranceController.LINK)
        && !page.endsWith(Stay.LIVE);
  }

  private static String cookie(String page, Duration lasts, Console console) {
    return ResponseCookie.from(NAME, page)
        .path(ConsoleWeb.ROOT)
        .maxAge(lasts)
        .httpOnly(true)
        .secure(console.settings().encrypted())
        .sameSite("Lax")
        .build()
        .toString();
  }
}
