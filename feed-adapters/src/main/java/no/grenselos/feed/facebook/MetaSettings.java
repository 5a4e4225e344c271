package no.grenselos.feed.facebook;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.http.ApiAddress;
import no.grenselos.feed.http.FirstLook;
import no.grenselos.feed.http.Pace;
import okhttp3.HttpUrl;

/**
 * What to read of an account, as the admin wrote it.
 *
 * @param account its number
 * @param since how far the very first look goes back
 * @param watch how old a post may be to be looked at for new comments
 * @param keys empty when one is missing, which was told
 */
record MetaSettings(
    HttpUrl api,
    String version,
    String account,
    Duration since,
    Duration watch,
    Pace pace,
    Optional<Keys> keys) {
  private static final HttpUrl API = HttpUrl.get("https://graph.facebook.com/");

  /** Of 4 November 2026 (developers.facebook.com, blog, Introducing Graph API v27.0). */
  private static final String VERSION = "v27.0";

  private static final Duration WATCH = Duration.ofDays(30);
  private static final Duration LONGEST_WATCH = Duration.ofDays(366);

  /**
   * @param token of the page, as whose account we read and answer
   * @param app signs webhooks and proves our calls
   * @param verify as typed into the app's dashboard
   */
  record Keys(Secret token, AppSecret app, Secret verify) {}

  /**
   * @param key at which the account's number stands
   */
  static MetaSettings read(Settings settings, String key, FeedContext context) {
    if (!settings.has(key)) settings.problem(key, "is missing: give the number of our account");
    Optional<String> account =
        settings.parsed(key, text -> fitting(text, "\\d{1,25}"), "must be the account's number");
    Optional<String> version =
        settings.parsed("version", text -> fitting(text, "v\\d{1,3}\\.\\d"), "must be as v27.0");
    MetaSettings read =
        new MetaSettings(
            ApiAddress.read(settings, "api", API),
            version.orElse(VERSION),
            account.orElse("0"),
            FirstLook.read(settings),
            watch(settings),
            Pace.read(settings, Duration.ofMinutes(2)),
            keys(settings, key, context));
    settings.finish();
    return read;
  }

  private static String fitting(String text, String form) {
    if (!text.matches(form)) throw new IllegalArgumentException(text);
    return text;
  }

  private static Duration watch(Settings settings) {
    Duration watch = settings.duration("watch", WATCH);
    if (watch.compareTo(LONGEST_WATCH) <= 0) return watch;
    settings.problem("watch", "must be at most " + LONGEST_WATCH.toDays() + "d");
    return WATCH;
  }

  private static Optional<Keys> keys(Settings settings, String key, FeedContext context) {
    String variable = settings.text("token", "FACEBOOK_PAGE_TOKEN");
    String place = settings.has("token") ? "token" : key;
    Optional<Secret> token = secret(variable, place, settings, context);
    Optional<Secret> app = secret("FACEBOOK_APP_SECRET", key, settings, context);
    Optional<Secret> verify = secret("FACEBOOK_VERIFY_TOKEN", key, settings, context);
    if (token.isEmpty() || app.isEmpty() || verify.isEmpty()) return Optional.empty();
    return Optional.of(new Keys(token.get(), new AppSecret(app.get()), verify.get()));
  }

  private static Optional<Secret> secret(
      String variable, String place, Settings settings, FeedContext context) {
    Optional<Secret> secret = context.secrets().find(variable);
    if (secret.isEmpty()) {
      settings.problem(place, "the environment variable " + variable + " is not set");
    }
    return secret;
  }
}
