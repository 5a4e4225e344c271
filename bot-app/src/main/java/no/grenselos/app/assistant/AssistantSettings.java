package no.grenselos.app.assistant;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import no.grenselos.config.Settings;

/**
 * What stands under {@code assistant:}.
 *
 * @param url of an OpenAI-compatible API, up to and with {@code /v1}; without a trailing slash
 * @param model as the API calls it
 * @param timeout for the whole of one draft; 20 s unless configured
 */
public record AssistantSettings(URI url, String model, Duration timeout) {
  /** Longer than a small model on a laptop takes for a few sentences; a judgement. */
  private static final Duration USUAL = Duration.ofSeconds(20);

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Reads and checks the part, reporting problems there. */
  public static AssistantSettings read(Settings settings) {
    AssistantSettings read =
        new AssistantSettings(address(settings), settings.text("model"), timeout(settings));
    settings.finish();
    return read;
  }

  private static URI address(Settings settings) {
    URI none = URI.create("http://127.0.0.1/v1");
    if (settings.text("url").isEmpty()) return none;
    return settings
        .parsed("url", AssistantSettings::url, "must be as http://127.0.0.1:11434/v1")
        .orElse(none);
  }

  private static URI url(String text) {
    URI url = URI.create(text.replaceFirst("/+$", ""));
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean plain = url.getQuery() == null && url.getFragment() == null;
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (web && plain && url.getHost() != null && url.getUserInfo() == null) return url;
    throw new IllegalArgumentException("no address of an API");
  }

  private static Duration timeout(Settings settings) {
    Duration timeout = settings.duration("timeout", USUAL);
    if (timeout.isPositive() && timeout.compareTo(LONGEST) <= 0) return timeout;
    settings.problem("timeout", "must be more than 0s, at most 2m");
    return USUAL;
  }

  /** Whether what is sent can be read by nobody on the way: encrypted, or on this machine. */
  boolean safeForSecrets() {
    return "https".equalsIgnoreCase(url.getScheme()) || HERE.contains(url.getHost());
  }
}
