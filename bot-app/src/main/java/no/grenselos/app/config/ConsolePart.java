package no.grenselos.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.config.Settings;
import org.jspecify.annotations.Nullable;

/** Reads what stands under {@code console:}. */
final class ConsolePart {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern EVERYBODYS =
      Pattern.compile(".*/(common|organizations|consumers)/.*");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final URI NOWHERE = URI.create("https://nowhere.invalid");

  private final Settings settings;

  private ConsolePart(Settings settings) {
    this.settings = settings;
  }

  /** Only the local link leads in, where nothing is said. */
  static ConsoleSettings read(Settings all) {
    if (!all.has("console")) return ConsoleSettings.LOCAL;
    ConsolePart part = new ConsolePart(all.part("console"));
    ConsoleSettings read = part.all();
    part.settings.finish();
    return read;
  }

  private ConsoleSettings all() {
    URI url = address(settings, "url");
    List<LoginProvider> login = logins();
    Map<ConsoleRole, Set<String>> roles = roles();
    if (!login.isEmpty() && url == null && settings.optionalText("url").isEmpty()) {
      settings.problem("url", "is missing: login needs the address where people reach the console");
    }
    if (!login.isEmpty() && roles.isEmpty()) {
      settings.problem("roles", "names nobody, so that nobody could sign in");
    }
    return new ConsoleSettings(
        url,
        login,
        roles,
        teams(),
        time("session", ConsoleSettings.SESSION),
        time("idle", ConsoleSettings.IDLE));
  }

  private Duration time(String key, Duration usual) {
    Duration time = settings.duration(key, usual);
    if (time.compareTo(Duration.ofMinutes(1)) >= 0 && time.compareTo(Duration.ofDays(7)) <= 0) {
      return time;
    }
    settings.problem(key, "must be 1m to 7d");
    return usual;
  }

  private Map<ConsoleRole, Set<String>> roles() {
    Settings part = settings.part("roles");
    Map<ConsoleRole, Set<String>> roles = new EnumMap<>(ConsoleRole.class);
    for (ConsoleRole role : ConsoleRole.values()) {
      Set<String> who = new HashSet<>(part.texts(role.key()));
      if (!who.isEmpty()) roles.put(role, who);
    }
    part.finish();
    return roles;
  }

  private Map<String, Set<String>> teams() {
    Settings part = settings.part("teams");
    Map<String, Set<String>> teams = new HashMap<>();
    for (String team : part.keys()) teams.put(team, new HashSet<>(part.texts(team)));
    return teams;
  }

  private List<LoginProvider> logins() {
    List<LoginProvider> logins = new ArrayList<>();
    Once names = new Once();
    for (Settings entry : settings.parts("login")) {
      LoginProvider login = login(entry);
      entry.finish();
      names.claim(login.name(), entry, "name", entry.path());
      logins.add(login);
    }
    return logins;
  }

  private static LoginProvider login(Settings entry) {
    String name = entry.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      entry.problem("name", "must be small letters, digits and -, as slack or entra");
    }
    String secret = entry.text("client-secret");
    if (!secret.isEmpty() && !VARIABLE.matcher(secret).matches()) {
      // its text is not repeated: it may be the secret itself
      entry.problem(
          "client-secret", "must name a variable of the environment, as SLACK_LOGIN_SECRET");
    }
    return new LoginProvider(
        name,
        issuer(entry),
        ways(entry),
        entry.text("client-id"),
        secret,
        workspace(entry, name),
        entry.flag("trust-email", false));
  }

  private static String workspace(Settings entry, String name) {
    String workspace = entry.text("workspace", "");
    if (name.equals("slack") && workspace.isEmpty()) {
      entry.problem(
          "workspace",
          "is missing: Slack signs in people of all workspaces; yours is as T012AB3C4");
    }
    return workspace;
  }

  private static URI issuer(Settings entry) {
    if (entry.text("issuer").isEmpty()) return NOWHERE;
    URI issuer = address(entry, "issuer");
    if (issuer == null) return NOWHERE;
    if (EVERYBODYS.matcher(issuer + "/").matches()) {
      entry.problem("issuer", "is every company's; name your own tenant's");
    }
    return issuer;
  }

  private static LoginProvider.@Nullable Ways ways(Settings entry) {
    Settings part = entry.part("uris");
    if (part.keys().isEmpty()) return null;
    URI authorization = needed(part, "authorization");
    URI token = needed(part, "token");
    URI keys = needed(part, "jwks");
    URI userinfo = address(part, "userinfo");
    URI logout = address(part, "end-session");
    part.finish();
    return new LoginProvider.Ways(authorization, token, keys, userinfo, logout);
  }

  private static URI needed(Settings part, String key) {
    if (part.text(key).isEmpty()) return NOWHERE;
    URI address = address(part, key);
    return address == null ? NOWHERE : address;
  }

  private static @Nullable URI address(Settings part, String key) {
    return part.parsed(
            key, ConsolePart::url, "must be as https://grenselos.example, or http on this machine")
        .orElse(null);
  }

  private static URI url(String text) {
    URI url = URI.create(text.replaceFirst("/+$", ""));
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean plain =
        url.getQuery() == null && url.getFragment() == null && url.getUserInfo() == null;
    boolean safe =
        scheme.equals("https") || (scheme.equals("http") && HERE.contains(url.getHost()));
    if (url.getHost() != null && plain && safe) return url;
    throw new IllegalArgumentException("no address for a browser");
  }
}
