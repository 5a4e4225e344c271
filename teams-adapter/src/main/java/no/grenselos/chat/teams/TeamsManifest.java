package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.chat.AppPackage;

/**
 * The app's manifest, by Microsoft's schema 1.24 (microsoft/json-schemas, teams/v1.24). Not a newer
 * one: from 1.25 on, an app for teams must claim that it fits channels shared with other companies,
 * and who has a post is the company's own affair. English, with Norwegian beside it.
 */
final class TeamsManifest {
  static final String SCHEMA = "1.24";
  static final String COLOR = "color.png";
  static final String OUTLINE = "outline.png";
  static final String NORWEGIAN = "nb.json";

  /** Of the picture's own ground, and of Slack's manifest. */
  private static final String GROUND = "#1F4D4A";

  private static final String SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String app;
  private final TeamsListing listing;
  private final AppPackage.Order order;

  TeamsManifest(String app, TeamsListing listing, AppPackage.Order order) {
    this.app = app;
    this.listing = listing;
    this.order = order;
  }

  /** The manifest, as its file has it. */
  String text() {
    TeamsListingWords words = TeamsListingWords.EN;
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", SCHEMAS + SCHEMA + "/MicrosoftTeams.schema.json");
    root.put("manifestVersion", SCHEMA).put("version", order.version()).put("id", app);
    ObjectNode languages = root.putObject("localizationInfo").put("defaultLanguageTag", "en");
    languages
        .putArray("additionalLanguages")
        .addObject()
        .put("languageTag", "nb")
        .put("file", NORWEGIAN);
    developer(root.putObject("developer"));
    root.putObject("name").put("short", TeamsListingWords.NAME).put("full", words.fullName());
    root.putObject("description").put("short", words.inShort()).put("full", words.inFull());
    root.putObject("icons").put("color", COLOR).put("outline", OUTLINE);
    root.put("accentColor", GROUND);
    bot(root.putArray("bots").addObject(), words);
    extension(root.putArray("composeExtensions").addObject(), words);
    root.putArray("permissions").add("identity").add("messageTeamMembers");
    ArrayNode domains = root.putArray("validDomains");
    if (!order.host().isEmpty()) domains.add(order.host());
    root.put("defaultInstallScope", "personal");
    return written(root);
  }

  private void developer(ObjectNode developer) {
    String website = listing.website().orElse("https://" + order.host() + "/");
    developer.put("name", listing.developer().orElse(name(order.company())));
    developer.put("websiteUrl", website);
    developer.put("privacyUrl", listing.privacy().orElse(website));
    developer.put("termsOfUseUrl", listing.terms().orElse(website));
  }

  private static String name(String company) {
    if (company.length() <= TeamsListing.LONGEST_NAME) return company;
    int end = TeamsListing.LONGEST_NAME - 1;
    if (Character.isHighSurrogate(company.charAt(end - 1))) end--;
    return company.substring(0, end).stripTrailing() + "…";
  }

  private void bot(ObjectNode bot, TeamsListingWords words) {
    bot.put("botId", app);
    bot.putArray("scopes").add("personal").add("team").add("groupChat");
    bot.put("supportsFiles", false).put("isNotificationOnly", false);
    ArrayNode lists = bot.putArray("commandLists");
    commands(lists.addObject(), List.of("personal"), words.alone());
    commands(lists.addObject(), List.of("team", "groupChat"), words.among());
  }

  private static void commands(
      ObjectNode list, List<String> scopes, List<TeamsListingWords.Line> lines) {
    ArrayNode where = list.putArray("scopes");
    scopes.forEach(where::add);
    ArrayNode commands = list.putArray("commands");
    for (TeamsListingWords.Line line : lines) {
      commands.addObject().put("title", line.title()).put("description", line.text());
    }
  }

  private void extension(ObjectNode extension, TeamsListingWords words) {
    extension.put("botId", app);
    ArrayNode commands = extension.putArray("commands");
    List<String> everywhere = List.of("message", "compose", "commandBox");
    action(commands.addObject().put("id", "askExpert"), everywhere, words.askExpert());
    action(commands.addObject().put("id", "keepAnswer"), List.of("message"), words.keepAnswer());
    if (listing.links().isEmpty()) return;
    ObjectNode handler = extension.putArray("messageHandlers").addObject().put("type", "link");
    ArrayNode domains = handler.putObject("value").putArray("domains");
    listing.links().forEach(domains::add);
  }

  private static void action(
      ObjectNode command, List<String> context, TeamsListingWords.Line line) {
    command.put("type", "action");
    ArrayNode where = command.putArray("context");
    context.forEach(where::add);
    command.put("title", line.title()).put("description", line.text()).put("fetchTask", true);
  }

  /** The same words in Norwegian, by their places in the manifest. */
  static String norwegian() {
    TeamsListingWords words = TeamsListingWords.NB;
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", SCHEMAS + SCHEMA + "/MicrosoftTeams.Localization.schema.json");
    root.put("name.short", TeamsListingWords.NAME).put("name.full", words.fullName());
    root.put("description.short", words.inShort()).put("description.full", words.inFull());
    lines(root, "bots[0].commandLists[0].commands", words.alone());
    lines(root, "bots[0].commandLists[1].commands", words.among());
    lines(root, "composeExtensions[0].commands", List.of(words.askExpert(), words.keepAnswer()));
    return written(root);
  }

  private static void lines(ObjectNode root, String path, List<TeamsListingWords.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      root.put(path + "[" + i + "].title", lines.get(i).title());
      root.put(path + "[" + i + "].description", lines.get(i).text());
    }
  }

  private static String written(ObjectNode root) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n"); // the same on every system
    try {
      return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory cannot be written", e);
    }
  }
}
