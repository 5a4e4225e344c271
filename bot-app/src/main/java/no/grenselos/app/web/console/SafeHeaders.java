package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What a browser is told about our pages: scripts and styles come from files of ours alone. */
final class SafeHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private static final String OURS =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  private SafeHeaders() {}

  static void set(
      HeadersConfigurer<HttpSecurity> headers, Console console, LoginProviders providers) {
    headers
        .addHeaderWriter((request, response) -> policy(response, providers))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            may -> may.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
        .crossOriginOpenerPolicy(window -> window.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(https -> {
          // the proxy before us ends TLS, so the request itself never says https
          if (console.settings().encrypted()) {
            https
                .requestMatcher(AnyRequestMatcher.INSTANCE)
                .includeSubDomains(false)
                .maxAgeInSeconds(TWO_YEARS.toSeconds());
          } else {
            https.disable();
          }
        });
  }

  /** What stands in every answer, as far as is known by then where a way out may end. */
  private static void policy(HttpServletResponse response, LoginProviders providers) {
    // leaving ends at the provider, and browsers hold a form to its policy on that way too
    String ends =
        providers.ends().stream()
            .map(SafeHeaders::origin)
            .distinct()
            .map(origin -> " " + origin)
            .collect(Collectors.joining());
    if (!response.containsHeader(POLICY)) response.setHeader(POLICY, OURS + ends);
  }

  private static String origin(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
