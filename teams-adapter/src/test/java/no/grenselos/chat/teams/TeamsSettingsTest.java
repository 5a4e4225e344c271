package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Press;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class TeamsSettingsTest {
  private final Problems problems = new Problems("config/grenselos.yml");

  private TeamsSettings read(Map<String, Node> keys, String password) {
    return TeamsSettings.read(
        new Settings(new Node.Mapping(keys, 1), "chats.teams", problems),
        name -> Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::new));
  }

  private static Map<String, Node> good(Map<String, Node> more) {
    Map<String, Node> keys = new HashMap<>();
    keys.put("app-id", text(Signer.APP));
    keys.put("tenant", text(Signer.TENANT));
    keys.putAll(more);
    return keys;
  }

  private static Node text(String text) {
    return new Node.Scalar(text, 2);
  }

  private List<String> faults() {
    return problems.found().stream().map(ConfigProblem::toString).toList();
  }

  @Test
  void defaultsAreMicrosofts() {
    TeamsSettings settings = read(good(Map.of()), "p");

    assertThat(faults()).isEmpty();
    assertThat(settings.isLocal()).isFalse();
    assertThat(settings.tenants()).containsExactly(Signer.TENANT);
    assertThat(settings.hosts().hosts()).containsExactly("smba.trafficmanager.net");
    assertThat(settings.addresses().service())
        .hasToString("https://smba.trafficmanager.net/teams/");
    assertThat(settings.addresses().login()).hasToString("https://login.microsoftonline.com/");
    assertThat(settings.emoji())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "like", Press.CLAIM,
                "1f440_eyes", Press.CLAIM,
                "1f645_nogesture", Press.PASS,
                "1f552_threeoclock", Press.LATER,
                "2705_whiteheavycheckmark", Press.ANSWERED));
  }

  @Test
  void allMistakesAreToldAtOnceEachWithWhatToDo() {
    read(
        Map.of(
            "app-id", text(" "),
            "tenant", text("contoso.onmicrosoft.com"),
            "tenants", text("fabrikam"),
            "service-urls", text("https://x/"),
            "service-url", text("https://elsewhere.example/"),
            "login", text("http://login.example/"),
            "open-id", text("no address"),
            "emoji", new Node.Mapping(Map.of("later", text("like")), 7),
            "appid", text("x")),
        "");

    assertThat(faults())
        .anyMatch(text ->
            text.contains("chats.teams.app-id: is missing") || text.contains("app-id: must be"))
        .anyMatch(text -> text.contains("chats.teams.tenant: must be an id"))
        .anyMatch(text -> text.contains("chats.teams.tenants: must be an id"))
        .anyMatch(text -> text.contains("service-urls: must be host names"))
        .anyMatch(text -> text.contains("service-url: must be at one of the hosts"))
        .anyMatch(text -> text.contains("login: must be an https address ending in /"))
        .anyMatch(text -> text.contains("open-id: must be an https address"))
        .anyMatch(text -> text.contains("\"like\" already means CLAIM"))
        .anyMatch(text -> text.contains("TEAMS_APP_PASSWORD: is not set"))
        .anyMatch(text -> text.contains("appid: unknown key"))
        .hasSize(10);
  }

  @Test
  void localDevelopmentNeedsNothingElse() {
    TeamsSettings settings = read(Map.of("local-development", text("true")), "");

    assertThat(faults()).isEmpty();
    assertThat(settings.isLocal()).isTrue();
    assertThat(settings.app().id()).isEmpty();
  }

  @Test
  void localDevelopmentGoesWithNoAppIdAndNoServiceElsewhere() {
    read(
        good(
            Map.of(
                "local-development", text("true"),
                "service-url", text("https://smba.trafficmanager.net/teams/"))),
        "p");

    assertThat(faults())
        .anyMatch(text -> text.contains("local-development: lets anybody call"))
        .anyMatch(text -> text.contains("service-url: must be on this machine"))
        .hasSize(2);
  }

  @Test
  void standInsAreAllowedByHostAndPort() {
    TeamsSettings settings =
        read(
            good(
                Map.of(
                    "service-urls", text("127.0.0.1:8123"),
                    "service-url", text("http://127.0.0.1:8123/"))),
            "p");

    assertThat(faults()).isEmpty();
    assertThat(settings.hosts().allows("http://127.0.0.1:8123/x")).isTrue();
    assertThat(settings.hosts().allows("http://127.0.0.1:8124/x")).isFalse();
  }
}
