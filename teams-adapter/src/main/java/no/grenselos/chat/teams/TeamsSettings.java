package no.grenselos.chat.teams;

import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.Press;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says about Teams, under {@code chats.teams}.
 *
 * @param tenants ids of the directories whose people may talk to us; ours is among them
 * @param language of what everybody in a channel reads
 * @param zone in which everybody in a channel reads moments; null for UTC
 * @param emoji what a reaction on a card asks for, by Teams' reaction type
 * @param listing what the app's own page in Teams says
 */
record TeamsSettings(
    App app,
    Set<String> tenants,
    TeamsHosts hosts,
    Addresses addresses,
    Locale language,
    @Nullable ZoneId zone,
    Map<String, Press> emoji,
    TeamsListing listing) {

  /**
   * Who we are to Microsoft.
   *
   * @param id empty in local development only
   * @param tenant our directory's id; Microsoft no longer registers bots for many tenants
   */
  record App(String id, String tenant, Optional<Secret> password) {}

  /**
   * Where Microsoft is; each ends as it is to be used.
   *
   * @param service where a person is reached who never wrote; ends in a slash
   * @param login who gives us our token; ends in a slash
   * @param openId whose keys sign the calls that reach us
   */
  record Addresses(URI service, URI login, URI openId) {}

  /** Where Teams has its bots' service (learn.microsoft.com, Teams bots). */
  private static final String MICROSOFTS_OWN = "smba.trafficmanager.net";

  private static final String SERVICE = "https://" + MICROSOFTS_OWN + "/teams/";
  private static final String LOCAL_SERVICE = "http://localhost/";
  private static final String LOGIN = "https://login.microsoftonline.com/";
  private static final String OPEN_ID =
      "https://login.botframework.com/v1/.well-known/openidconfiguration";
  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  TeamsSettings {
    tenants = Set.copyOf(tenants);
    emoji = Map.copyOf(emoji);
  }

  /** Local development: no token is demanded of callers, none is sent, nobody outside is called. */
  boolean isLocal() {
    return hosts.local();
  }

  static TeamsSettings read(Settings settings, Secrets secrets) {
    boolean local = settings.flag("local-development", false);
    App app = local ? localApp(settings) : app(settings, secrets);
    Set<String> tenants = tenants(settings, app.tenant());
    TeamsHosts hosts = hosts(settings, local);
    Addresses addresses =
        new Addresses(
            service(settings, hosts),
            address(settings, "login", LOGIN, true),
            address(settings, "open-id", OPEN_ID, false));
    Locale language =
        settings
            .parsed("language", TeamsSettings::language, "must be nb or en")
            .orElse(Locale.ENGLISH);
    ZoneId zone = settings.parsed("time-zone", ZoneId::of, "must be as Europe/Oslo").orElse(null);
    Map<String, Press> emoji = emoji(settings.part("emoji"));
    TeamsListing listing = TeamsListing.read(settings.part("package"));
    settings.finish();
    return new TeamsSettings(app, tenants, hosts, addresses, language, zone, emoji, listing);
  }

  private static Locale language(String text) {
    if (!text.equals("nb") && !text.equals("en")) throw new IllegalArgumentException(text);
    return Locale.of(text);
  }

  private static App app(Settings settings, Secrets secrets) {
    // an empty id would switch off every check of who calls, inside Microsoft's kit
    String id =
        id(settings, "app-id", "the bot's Microsoft App ID: in Azure, your bot, Configuration");
    String tenant =
        id(settings, "tenant", "the directory's id: in Azure, Microsoft Entra ID, Tenant ID");
    Optional<Secret> password = secrets.find("TEAMS_APP_PASSWORD");
    if (password.isEmpty()) {
      settings.problem(
          "TEAMS_APP_PASSWORD",
          "is not set in the environment; in Azure, the bot's app registration, Certificates &"
              + " secrets");
    }
    return new App(id, tenant, password);
  }

  private static App localApp(Settings settings) {
    if (settings.optionalText("app-id").isPresent()) {
      settings.problem(
          "local-development",
          "lets anybody call, so it goes with no app-id: remove app-id to develop on this machine,"
              + " or local-development to connect to Teams");
    }
    return new App("", settings.text("tenant", "").toLowerCase(Locale.ROOT), Optional.empty());
  }

  private static String id(Settings settings, String key, String where) {
    String text = settings.text(key);
    if (!text.isEmpty() && !text.matches(ID)) wrongId(settings, key, text, where);
    return text.toLowerCase(Locale.ROOT);
  }

  private static void wrongId(Settings settings, String key, String text, String where) {
    settings.problem(
        key, "must be an id as 00000000-0000-0000-0000-000000000000, " + where + sees(text));
  }

  private static Set<String> tenants(Settings settings, String own) {
    Set<String> tenants = new LinkedHashSet<>();
    if (!own.isEmpty()) tenants.add(own);
    for (String tenant : settings.texts("tenants")) {
      if (!tenant.matches(ID)) wrongId(settings, "tenants", tenant, "not a name");
      tenants.add(tenant.toLowerCase(Locale.ROOT));
    }
    return tenants;
  }

  private static TeamsHosts hosts(Settings settings, boolean local) {
    List<String> hosts =
        settings.has("service-urls") ? settings.texts("service-urls") : List.of(MICROSOFTS_OWN);
    for (String host : hosts) {
      if (!host.matches("[A-Za-z0-9.-]+(:\\d{1,5})?")) {
        settings.problem("service-urls", "must be host names without a path" + sees(host));
      }
    }
    return new TeamsHosts(
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        local);
  }

  private static URI service(Settings settings, TeamsHosts hosts) {
    String otherwise = hosts.local() ? LOCAL_SERVICE : SERVICE;
    URI service = address(settings, "service-url", otherwise, true);
    if (!hosts.allows(service)) {
      settings.problem(
          "service-url",
          hosts.local()
              ? "must be on this machine in local development" + sees(service.toString())
              : "must be at one of the hosts in service-urls; add its host there, or set"
                  + " service-url too"
                  + sees(service.toString()));
    }
    return service;
  }

  private static URI address(Settings settings, String key, String otherwise, boolean folder) {
    String rule = "must be an https address" + (folder ? " ending in /" : "");
    return settings
        .parsed(key, text -> address(text, folder), rule + " (http only on this machine)")
        .orElseGet(() -> URI.create(otherwise));
  }

  private static URI address(String text, boolean folder) {
    URI address = URI.create(text);
    if (!TeamsHosts.isSafe(address) || (folder && !text.endsWith("/"))) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private static Map<String, Press> emoji(Settings settings) {
    Map<String, Press> emoji = new LinkedHashMap<>();
    read(settings, "claim", List.of("like", "1f440_eyes"), Press.CLAIM, emoji);
    read(settings, "pass", List.of("1f645_nogesture"), Press.PASS, emoji);
    read(settings, "later", List.of("1f552_threeoclock"), Press.LATER, emoji);
    read(settings, "answered", List.of("2705_whiteheavycheckmark"), Press.ANSWERED, emoji);
    settings.finish();
    return emoji;
  }

  private static void read(
      Settings settings,
      String key,
      List<String> otherwise,
      Press press,
      Map<String, Press> emoji) {
    List<String> types = settings.has(key) ? settings.texts(key) : otherwise;
    for (String type : types) {
      String bare = type.replace(":", "").strip().toLowerCase(Locale.ROOT);
      if (bare.isEmpty()) settings.problem(key, "has an empty reaction type");
      Press other = emoji.putIfAbsent(bare, press);
      if (other != null && other != press) {
        settings.problem(
            key, "\"" + bare + "\" already means " + other + "; one emoji, one meaning");
      }
    }
  }

  private static String sees(String text) {
    return "; it is \"" + text + "\"";
  }
}
