package no.grenselos.app.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import no.grenselos.chat.Place;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.mention.Network;
import no.grenselos.route.Account;
import no.grenselos.route.RuleBook;

/**
 * Reads {@code grenselos.yml}: the house's part of the rule book, and what the application needs.
 */
record MainFile(RuleBook.House house, AppSettings app, Settings settings, Handles handles) {
  /** Longer than most meetings, short for somebody who waits for an answer. */
  private static final Duration OFFER_FOR = Duration.ofMinutes(30);

  private static final DaysOff NORWAY = new DaysOff(Holidays.NORWAY, Set.of(), Set.of());
  private static final List<String> LANGUAGES = List.of("nb", "en");
  private static final Pattern CHANNEL = Pattern.compile("([a-z]+:)?#.+");
  private static final Pattern ACCOUNT = Pattern.compile("([a-z][a-z0-9-]{0,31}):@(\\S+)");

  static MainFile read(ConfigFiles files, Known known, Problems problems) {
    Settings settings = Yaml.read(files, ConfigFiles.MAIN, problems);
    Handles handles = new Handles(known, problems.in(files.shown(ConfigFiles.MAIN)), new Emails());
    RuleBook.House house =
        new RuleBook.House(
            settings.text("company"),
            language(settings, "language", Locale.ENGLISH),
            settings.zone("time-zone", ZoneId.of("UTC")),
            accounts(settings),
            channel(settings, "fallback-channel", settings.text("fallback-channel"), known)
                .orElse(""),
            settings.duration("offer-for", OFFER_FOR),
            DaysOffPart.read(settings, NORWAY),
            handles.people(settings, "admins"),
            storm(settings),
            ReportingPart.read(settings, known));
    AppSettings app = AppSettings.read(settings, known, problems.in(files.shown(ConfigFiles.MAIN)));
    settings.finish();
    return new MainFile(house, app, settings, handles);
  }

  /** What is out of range is a problem, and the usual idea of a storm holds meanwhile. */
  private static RuleBook.Storm storm(Settings settings) {
    RuleBook.Storm usual = RuleBook.Storm.USUAL;
    Settings storm = settings.part("storm");
    int posts = storm.number("posts", usual.posts());
    Duration within = storm.duration("within", usual.within());
    Duration fresh = storm.duration("fresh", usual.fresh());
    storm.finish();
    try {
      return new RuleBook.Storm(posts, within, fresh);
    } catch (IllegalArgumentException e) {
      settings.problem("storm", String.valueOf(e.getMessage()));
      return usual;
    }
  }

  /** A language the bot speaks. */
  static Locale language(Settings settings, String key, Locale otherwise) {
    return settings
        .optionalText(key)
        .filter(typed -> Words.among(LANGUAGES, settings, key, typed, "the bot speaks"))
        .map(Locale::of)
        .orElse(otherwise);
  }

  /** A channel's name; a problem when it does not begin as one, or names a house nobody knows. */
  static Optional<String> channel(Settings settings, String key, String name, Known known) {
    return channel(settings, key, name)
        .filter(written ->
            Place.Channel.houseIn(written)
                .map(house -> Words.among(known.houses(), settings, key, house, "chat houses are"))
                .orElse(true));
  }

  /** As the other, whatever its house; {@code #care} or {@code teams:#care}. */
  static Optional<String> channel(Settings settings, String key, String name) {
    if (name.isEmpty()) return Optional.empty();
    if (CHANNEL.matcher(name).matches()) return Optional.of(name);
    settings.problem(
        key, "\"" + name + "\" must start with #, as \"#" + name.replace("#", "") + "\"");
    return Optional.empty();
  }

  private static List<Account> accounts(Settings settings) {
    List<Account> accounts = new ArrayList<>();
    for (String text : settings.texts("accounts")) {
      Matcher parts = ACCOUNT.matcher(text);
      if (parts.matches()) accounts.add(new Account(new Network(parts.group(1)), parts.group(2)));
      else settings.problem("accounts", "\"" + text + "\" must be as mastodon:@company");
    }
    return accounts;
  }
}
