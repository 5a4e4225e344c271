package no.grenselos.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;
import no.grenselos.expert.Crm;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/** Reads one entry under {@code teams:}. */
record TeamPart(RuleBook.House house, Handles handles, Once channels) {
  /** Leaves an answer room in the shortest of the networks' limits, X's 280. */
  private static final int LONGEST_OPENING = 100;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /**
   * @param id as read already; empty when it cannot be used
   */
  Optional<Team> read(Settings entry, Optional<String> id) {
    String name = entry.text("name");
    Optional<String> channel =
        MainFile.channel(entry, "channel", entry.text("channel"), handles.known());
    channel.ifPresent(c -> channels.claim(c, entry, "channel", entry.path()));
    Hours hours = HoursPart.read(entry, house);
    SequencedMap<Handle, String> members = handles.people(entry, "members");
    SequencedMap<Handle, String> leads = handles.people(entry, "lead");
    Duration escalateAfter = entry.duration("escalate-after", Team.ESCALATE_AFTER);
    Map<String, String> openings = openings(entry.part("openings"));
    Crm crm = entry.has("crm") ? crm(entry.part("crm")) : null;
    entry.finish();
    if (id.isEmpty() || channel.isEmpty()) return Optional.empty();
    return Optional.of(
        new Team(
            id.get(), name, channel.get(), hours, members, leads, escalateAfter, openings, crm));
  }

  private static Map<String, String> openings(Settings openings) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    for (String language : openings.keys()) {
      String text = openings.text(language);
      if (!LANGUAGE.matcher(language).matches()) {
        openings.problem(language, "must be a language such as nb, en or pl");
      } else if (text.length() > LONGEST_OPENING) {
        openings.problem(
            language, "has " + text.length() + " characters, must be at most " + LONGEST_OPENING);
      } else {
        byLanguage.put(language, text);
      }
    }
    return byLanguage;
  }

  private static Crm crm(Settings crm) {
    Crm.Link link =
        crm.parsed(
                "link",
                Crm.Link::new,
                "must be an https address with {ticket} and {link} as its only blanks")
            .orElse(null);
    Crm.Webhook webhook = crm.has("webhook") ? webhook(crm.part("webhook")) : null;
    crm.finish();
    return new Crm(link, webhook);
  }

  private static Crm.@Nullable Webhook webhook(Settings webhook) {
    Optional<URI> url =
        webhook.parsed(
            "url",
            text -> new Crm.Webhook(URI.create(text), "SECRET").url(),
            "must be an https address without a password, or http on this machine");
    if (!webhook.has("url")) webhook.problem("url", "is missing");
    String secret = webhook.text("secret");
    boolean named = Crm.Webhook.named(secret);
    // what stands there may be the secret itself, so it is not repeated
    if (!named && !secret.isEmpty()) {
      webhook.problem(
          "secret", "must be the name of an environment variable, such as GRENSELOS_CRM_SECRET");
    }
    webhook.finish();
    return url.isPresent() && named ? new Crm.Webhook(url.get(), secret) : null;
  }
}
