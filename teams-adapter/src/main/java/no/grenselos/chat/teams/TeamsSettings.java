package no.grenselos.chat.teams;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/**
 * What an admin says about Teams, under {@code chats.teams}.
 *
 * @param tenant the directory's id; Microsoft no longer registers bots for many tenants
 * @param serviceHosts hosts that may be answered: our token goes there
 */
record TeamsSettings(
    String appId, String tenant, Set<String> serviceHosts, Optional<Secret> password) {

  /** Where Teams has its bots' service (learn.microsoft.com, Teams bots). */
  private static final List<String> MICROSOFTS_OWN = List.of("smba.trafficmanager.net");

  TeamsSettings {
    serviceHosts = Set.copyOf(serviceHosts);
  }

  static TeamsSettings read(Settings settings, Secrets secrets) {
    // an empty id would switch off every check of who calls, inside Microsoft's kit
    String appId = settings.text("app-id");
    String tenant = settings.text("tenant");
    List<String> hosts =
        settings.has("service-urls") ? settings.texts("service-urls") : MICROSOFTS_OWN;
    for (String host : hosts) {
      if (!host.matches("[A-Za-z0-9.-]+(:\\d{1,5})?")) {
        settings.problem(
            "service-urls", "must be host names without a path; it is \"" + host + "\"");
      }
    }
    Optional<Secret> password = secrets.find("TEAMS_APP_PASSWORD");
    if (password.isEmpty()) {
      settings.problem(
          "TEAMS_APP_PASSWORD",
          "is not set in the environment; in Azure, the bot's app registration, Certificates &"
              + " secrets");
    }
    settings.finish();
    return new TeamsSettings(
        appId,
        tenant,
        Set.copyOf(hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList()),
        password);
  }
}
