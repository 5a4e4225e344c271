package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import no.grenselos.chat.AppPackage;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

/** The rules are those of Microsoft's schema 1.24 for manifests and for their translations. */
class TeamsAppPackageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AppPackage.Order ORDER =
      new AppPackage.Order("Fjordbygg", "1.4.2", "grenselos.example");

  private static final Set<String> KEYS =
      Set.of(
          "$schema",
          "manifestVersion",
          "version",
          "id",
          "localizationInfo",
          "developer",
          "name",
          "description",
          "icons",
          "accentColor",
          "bots",
          "composeExtensions",
          "permissions",
          "validDomains",
          "defaultInstallScope");

  private final Problems problems = new Problems("config/grenselos.yml");

  private AppPackage made(Map<String, Node> more, AppPackage.Order order) {
    Map<String, Node> keys = new HashMap<>();
    keys.put("app-id", text(Signer.APP));
    keys.put("tenant", text(Signer.TENANT));
    keys.putAll(more);
    Settings settings = new Settings(new Node.Mapping(keys, 1), "chats.teams", problems);
    return new TeamsChatProvider().appPackage(settings, order).orElseThrow();
  }

  private JsonNode manifest() throws IOException {
    return json(made(Map.of(), ORDER), "manifest.json");
  }

  private static JsonNode json(AppPackage made, String file) throws IOException {
    return JSON.readTree(made.files().get(file).bytes());
  }

  private static Node text(String text) {
    return new Node.Scalar(text, 2);
  }

  private static Node listing(Map<String, Node> keys) {
    return new Node.Mapping(keys, 3);
  }

  private static List<JsonNode> commands(JsonNode manifest) {
    List<JsonNode> all = new ArrayList<>();
    manifest
        .path("bots")
        .path(0)
        .path("commandLists")
        .forEach(list -> {
          assertThat(list.path("commands").size()).isBetween(1, 10);
          list.path("commands").forEach(all::add);
        });
    manifest.path("composeExtensions").path(0).path("commands").forEach(all::add);
    return all;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  @Test
  void theManifestHasWhatTheSchemaDemandsAndNothingItDoesNotKnow() throws IOException {
    JsonNode manifest = manifest();

    Set<String> names = new TreeSet<>();
    manifest.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(KEYS);
    assertThat(manifest.path("$schema").asText())
        .isEqualTo(
            "https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json");
    assertThat(manifest.path("manifestVersion").asText()).isEqualTo("1.24");
    assertThat(manifest.path("version").asText()).isEqualTo("1.4.2");
    assertThat(manifest.path("id").asText()).isEqualTo(Signer.APP);
    assertThat(manifest.path("accentColor").asText()).matches("#[0-9A-F]{6}");
    assertThat(texts(manifest.path("permissions")))
        .containsExactly("identity", "messageTeamMembers");
    assertThat(texts(manifest.path("validDomains"))).containsExactly("grenselos.example");
    assertThat(manifest.path("defaultInstallScope").asText()).isEqualTo("personal");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void nothingTheAppSaysOfItselfIsLongerThanTeamsTakes() throws IOException {
    JsonNode manifest = manifest();

    String name = manifest.path("name").path("short").asText();
    String full = manifest.path("name").path("full").asText();
    assertThat(name).hasSizeBetween(1, 30);
    assertThat(full).hasSizeBetween(1, 100).isNotEqualTo(name);
    String inShort = manifest.path("description").path("short").asText();
    assertThat(inShort).hasSizeBetween(1, 80);
    assertThat(manifest.path("description").path("full").asText())
        .hasSizeBetween(81, 4000)
        .doesNotContain(inShort);
    assertThat(manifest.path("developer").path("name").asText()).hasSizeBetween(1, 32);
    assertThat(commands(manifest))
        .allSatisfy(command -> {
          assertThat(command.path("title").asText()).hasSizeBetween(1, 32);
          assertThat(command.path("description").asText()).hasSizeBetween(1, 128);
        });
  }

  @Test
  void theBotIsForPeopleTeamsAndGroups() throws IOException {
    JsonNode bot = manifest().path("bots").path(0);

    assertThat(bot.path("botId").asText()).isEqualTo(Signer.APP);
    assertThat(texts(bot.path("scopes"))).containsExactly("personal", "team", "groupChat");
    assertThat(bot.path("supportsFiles").asBoolean(true)).isFalse();
    assertThat(bot.path("isNotificationOnly").asBoolean(true)).isFalse();
    Set<String> scopes = new LinkedHashSet<>();
    bot.path("commandLists").forEach(list -> scopes.addAll(texts(list.path("scopes"))));
    assertThat(scopes).containsExactly("personal", "team", "groupChat");
  }

  @Test
  void theMenuOfAMessageOffersExactlyTheFormsThatAreAnswered() throws IOException {
    JsonNode extension = manifest().path("composeExtensions").path(0);

    Set<String> ids = new TreeSet<>();
    extension
        .path("commands")
        .forEach(command -> {
          ids.add(command.path("id").asText());
          assertThat(command.path("type").asText()).isEqualTo("action");
          assertThat(command.path("fetchTask").asBoolean()).isTrue();
          assertThat(texts(command.path("context")))
              .contains("message")
              .isSubsetOf("message", "compose", "commandBox");
        });
    assertThat(ids).containsExactlyInAnyOrderElementsOf(TeamsExtensions.FORMS.keySet());
    assertThat(extension.path("botId").asText()).isEqualTo(Signer.APP);
    assertThat(extension.has("messageHandlers")).isFalse();
  }

  @Test
  void linksOfTheDomainsNamedAreLookedAt() throws IOException {
    Node links = new Node.Sequence(List.of(text("x.com"), text("*.mastodon.example")), 3);

    AppPackage made = made(Map.of("package", listing(Map.of("links", links))), ORDER);

    JsonNode handler =
        json(made, "manifest.json").path("composeExtensions").path(0).path("messageHandlers");
    assertThat(handler).hasSize(1);
    assertThat(handler.path(0).path("type").asText()).isEqualTo("link");
    assertThat(texts(handler.path(0).path("value").path("domains")))
        .containsExactly("x.com", "*.mastodon.example");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void everyTranslatedLineHasItsPlaceInTheManifestAndEveryPlaceALine() throws IOException {
    AppPackage made = made(Map.of(), ORDER);
    JsonNode manifest = json(made, "manifest.json");
    JsonNode norwegian = json(made, "nb.json");

    Set<String> expected = new TreeSet<>();
    expected.addAll(
        Set.of("$schema", "name.short", "name.full", "description.short", "description.full"));
    for (int list = 0; list < manifest.path("bots").path(0).path("commandLists").size(); list++) {
      JsonNode commands =
          manifest.path("bots").path(0).path("commandLists").path(list).path("commands");
      add(expected, "bots[0].commandLists[" + list + "].commands", commands.size());
    }
    add(
        expected,
        "composeExtensions[0].commands",
        manifest.path("composeExtensions").path(0).path("commands").size());
    Set<String> names = new TreeSet<>();
    norwegian.fieldNames().forEachRemaining(names::add);
    assertThat(names).isEqualTo(expected);
    assertThat(norwegian.path("description.short").asText()).hasSizeBetween(1, 80);
    assertThat(norwegian.path("name.full").asText()).hasSizeBetween(1, 100);
    names.stream()
        .filter(name -> name.endsWith(".title"))
        .forEach(name -> assertThat(norwegian.path(name).asText()).hasSizeBetween(1, 32));
    names.stream()
        .filter(name -> name.endsWith("].description"))
        .forEach(name -> assertThat(norwegian.path(name).asText()).hasSizeBetween(1, 128));
    assertThat(manifest.path("localizationInfo").path("additionalLanguages").path(0))
        .isEqualTo(JSON.readTree("{\"languageTag\": \"nb\", \"file\": \"nb.json\"}"));
  }

  private static void add(Set<String> expected, String path, int count) {
    for (int i = 0; i < count; i++) {
      expected.add(path + "[" + i + "].title");
      expected.add(path + "[" + i + "].description");
    }
  }

  @Test
  void thePagesAreThoseTheAdminNamesElseTheHost() throws IOException {
    JsonNode usual = manifest().path("developer");
    AppPackage named =
        made(
            Map.of(
                "package",
                listing(
                    Map.of(
                        "developer", text("Fjordbygg IT"),
                        "website", text("https://intranet.example/grenselos"),
                        "privacy", text("https://intranet.example/privacy")))),
            new AppPackage.Order("Fjordbygg", "1.0.0", ""));
    JsonNode own = json(named, "manifest.json").path("developer");

    assertThat(usual.path("websiteUrl").asText()).isEqualTo("https://grenselos.example/");
    assertThat(own.path("name").asText()).isEqualTo("Fjordbygg IT");
    assertThat(own.path("privacyUrl").asText()).isEqualTo("https://intranet.example/privacy");
    assertThat(own.path("termsOfUseUrl").asText()).isEqualTo("https://intranet.example/grenselos");
    for (JsonNode developer : List.of(usual, own)) {
      for (String key : List.of("websiteUrl", "privacyUrl", "termsOfUseUrl")) {
        assertThat(URI.create(developer.path(key).asText())).hasScheme("https");
      }
    }
    assertThat(json(named, "manifest.json").path("validDomains")).isEmpty();
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void whatIsWrongWithThePageIsToldWithThePlace() {
    Node links = new Node.Sequence(List.of(text("https://x.com/"), text("*.com")), 3);

    made(
        Map.of(
            "package",
            listing(
                Map.of(
                    "website", text("http://intranet.example/"),
                    "developer", text("x".repeat(33)),
                    "terms", text("https:///nowhere"),
                    "links", links,
                    "privcy", text("x")))),
        ORDER);

    assertThat(problems.found().stream().map(ConfigProblem::toString))
        .anyMatch(text -> text.contains("chats.teams.package.website: must be an https address"))
        .anyMatch(text -> text.contains("chats.teams.package.developer: must be at most 32"))
        .anyMatch(text -> text.contains("chats.teams.package.terms: must be an https address"))
        .anyMatch(text -> text.contains("chats.teams.package.links: must be domains"))
        .anyMatch(text -> text.contains("chats.teams.package.privcy: unknown key"))
        .hasSize(6);
  }

  @Test
  void aLongCompanyIsCutToWhatTeamsTakes() throws IOException {
    AppPackage made =
        made(Map.of(), new AppPackage.Order("Å".repeat(40), "1.0.0", "grenselos.example"));

    assertThat(json(made, "manifest.json").path("developer").path("name").asText())
        .hasSizeLessThanOrEqualTo(32);
  }

  @Test
  void thePicturesHaveTheirSizesAndTheOutlineIsWhiteOnNothing() throws IOException {
    BufferedImage color = picture("color.png");
    BufferedImage outline = picture("outline.png");

    assertThat(List.of(color.getWidth(), color.getHeight())).containsExactly(192, 192);
    assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
    int seen = 0;
    int clear = 0;
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        int pixel = outline.getRGB(x, y);
        if (pixel >>> 24 == 0) clear++;
        else {
          seen++;
          assertThat(pixel & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
      }
    }
    assertThat(clear).isGreaterThan(500);
    assertThat(seen).isGreaterThan(100);
    assertThat(outline.getRGB(0, 0) >>> 24).isZero();
    assertThat(color.getRGB(0, 0) >>> 24).isEqualTo(255);
  }

  @Test
  void thePicturesAreAsTheyAreDrawn() throws IOException {
    alike(picture("color.png"), AppPictures.color());
    alike(picture("outline.png"), AppPictures.outline());
  }

  /** Javas differ by a shade at the edge of a line. */
  private static void alike(BufferedImage kept, BufferedImage drawn) {
    int off = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        if (differs(kept.getRGB(x, y), drawn.getRGB(x, y))) off++;
      }
    }
    assertThat(off).isLessThanOrEqualTo(drawn.getWidth() * drawn.getHeight() / 100);
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift < 32; shift += 8) {
      if (Math.abs((one >>> shift & 255) - (other >>> shift & 255)) > 8) return true;
    }
    return false;
  }

  private BufferedImage picture(String name) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(made(Map.of(), ORDER).files().get(name).bytes()));
  }
}
