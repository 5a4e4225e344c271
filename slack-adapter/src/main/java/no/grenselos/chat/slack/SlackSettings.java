package no.grenselos.chat.slack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Press;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/**
 * What an admin says about Slack, under {@code chats.slack}.
 *
 * @param emoji what a reaction on a card asks for, by emoji name without colons
 * @param api where the Web API is, ending in a slash
 * @param signingSecret present where Slack calls us
 * @param appToken present where we call Slack, in Socket Mode
 */
record SlackSettings(
    Map<String, Press> emoji,
    URI api,
    Secret botToken,
    Optional<Secret> signingSecret,
    Optional<Secret> appToken) {

  private static final String SLACK = "https://slack.com/api/";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Secret MISSING = new Secret("missing");

  SlackSettings {
    emoji = Map.copyOf(emoji);
  }

  static SlackSettings read(Settings settings, Secrets secrets) {
    boolean http =
        settings.parsed("mode", SlackSettings::isHttp, "must be socket or http").orElse(false);
    Map<String, Press> emoji = emoji(settings.part("emoji"));
    URI api =
        settings
            .parsed("api", SlackSettings::api, "must be an https address ending in /")
            .orElseGet(() -> URI.create(SLACK));
    Needed needed = new Needed(settings, secrets);
    Secret bot =
        needed
            .secret("SLACK_BOT_TOKEN", "xoxb-", "OAuth & Permissions, Bot User OAuth Token")
            .orElse(MISSING);
    Optional<Secret> signing =
        http
            ? needed.secret("SLACK_SIGNING_SECRET", "", "Basic Information, Signing Secret")
            : Optional.empty();
    Optional<Secret> app =
        http
            ? Optional.empty()
            : needed.secret("SLACK_APP_TOKEN", "xapp-", "Basic Information, App-Level Tokens");
    settings.finish();
    return new SlackSettings(emoji, api, bot, signing, app);
  }

  private static boolean isHttp(String mode) {
    return switch (mode) {
      case "http" -> true;
      case "socket" -> false;
      default -> throw new IllegalArgumentException(mode);
    };
  }

  private static URI api(String text) {
    URI api = URI.create(text);
    String host = api.getHost();
    boolean safe =
        "https".equals(api.getScheme())
            // a token must not cross a network in the clear; a stand-in on this machine may hear it
            || ("http".equals(api.getScheme()) && host != null && LOOPBACK.contains(host));
    if (!safe || !text.endsWith("/")) throw new IllegalArgumentException(text);
    return api;
  }

  private static Map<String, Press> emoji(Settings settings) {
    Map<String, Press> emoji = new LinkedHashMap<>();
    read(settings, "claim", "eyes", Press.CLAIM, emoji);
    read(settings, "pass", "x", Press.PASS, emoji);
    read(settings, "later", "clock3", Press.LATER, emoji);
    read(settings, "answered", "white_check_mark", Press.ANSWERED, emoji);
    settings.finish();
    return emoji;
  }

  private static void read(
      Settings settings, String key, String otherwise, Press press, Map<String, Press> emoji) {
    List<String> names = settings.has(key) ? settings.texts(key) : List.of(otherwise);
    for (String name : names) {
      String bare = name.replace(":", "").strip().toLowerCase(Locale.ROOT);
      if (bare.isEmpty()) settings.problem(key, "has an empty emoji name");
      Press other = emoji.putIfAbsent(bare, press);
      if (other != null && other != press) {
        settings.problem(
            key, "\"" + bare + "\" already means " + other + "; one emoji, one meaning");
      }
    }
  }

  /** Secrets without which nothing works; says where each is found. */
  private record Needed(Settings settings, Secrets secrets) {
    Optional<Secret> secret(String name, String prefix, String where) {
      Optional<Secret> found = secrets.find(name);
      String find = "; at api.slack.com/apps, your app, " + where;
      if (found.isEmpty()) {
        settings.problem(name, "is not set in the environment" + find);
      } else if (!found.get().reveal().startsWith(prefix)) {
        settings.problem(name, "is the wrong kind, it must begin with " + prefix + find);
      }
      return found;
    }
  }
}
