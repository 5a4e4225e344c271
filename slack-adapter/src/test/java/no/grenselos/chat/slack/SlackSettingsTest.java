package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatProvider;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.KeptInMemory;
import no.grenselos.chat.Press;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {
  private static final Map<String, String> ALL =
      Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "SLACK_SIGNING_SECRET", "s");

  private final Problems problems = new Problems("config/grenselos.yml");

  @Test
  void providerIsFoundAndOpensWithoutTouchingTheNetwork() {
    ChatProvider provider =
        ServiceLoader.load(ChatProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.house().equals("slack"))
            .findFirst()
            .orElseThrow();

    var chat =
        provider.open(
            new Settings(Node.Mapping.empty(), "chats.slack", problems),
            new ChatContext(
                Clock.systemUTC(), secrets(ALL), new HeardEvents(), new KeptInMemory()));

    assertThat(chat.port().house()).isEqualTo("slack");
    assertThat(chat.webhook()).isEmpty();
    assertThat(problems.found()).isEmpty();
    chat.close();
  }

  @Test
  void defaultsAreSocketModeAndTheUsualEmoji() {
    SlackSettings settings = read(Map.of(), ALL);

    assertThat(settings.api()).hasToString("https://slack.com/api/");
    assertThat(settings.appToken()).isPresent();
    assertThat(settings.signingSecret()).isEmpty();
    assertThat(settings.emoji())
        .isEqualTo(
            Map.of(
                "eyes", Press.CLAIM,
                "x", Press.PASS,
                "clock3", Press.LATER,
                "white_check_mark", Press.ANSWERED));
  }

  @Test
  void emojiMayBeListsWithColons() {
    Node.Mapping emoji =
        new Node.Mapping(
            Map.of(
                "claim",
                new Node.Sequence(
                    List.of(new Node.Scalar(":raised_hand:", 4), new Node.Scalar("eyes", 5)), 3)),
            3);

    SlackSettings settings = read(Map.of("emoji", emoji), ALL);

    assertThat(settings.emoji())
        .containsEntry("raised_hand", Press.CLAIM)
        .containsEntry("eyes", Press.CLAIM);
  }

  @Test
  void allMistakesAreToldAtOnceEachWithWhatToDo() {
    Node.Mapping emoji = new Node.Mapping(Map.of("later", new Node.Scalar("eyes", 8)), 7);
    Map<String, Node> keys =
        Map.of(
            "mode", new Node.Scalar("sockets", 2),
            "api", new Node.Scalar("http://slack.example/api/", 3),
            "emojis", new Node.Scalar("x", 4),
            "emoji", emoji);

    read(keys, Map.of("SLACK_APP_TOKEN", "xoxb-mixed-up"));

    assertThat(problems.found())
        .extracting(ConfigProblem::toString)
        .anyMatch(
            text -> text.startsWith("config/grenselos.yml:2 chats.slack.mode: must be socket"))
        .anyMatch(text -> text.contains("chats.slack.api: must be an https address"))
        .anyMatch(text -> text.contains("\"eyes\" already means CLAIM"))
        .anyMatch(text -> text.contains("SLACK_BOT_TOKEN: is not set in the environment"))
        .anyMatch(text -> text.contains("SLACK_APP_TOKEN: is the wrong kind"))
        .anyMatch(text -> text.contains("chats.slack.emojis: unknown key; did you mean \"emoji\"?"))
        .hasSize(6)
        .noneMatch(text -> text.contains("mixed-up"));
  }

  private SlackSettings read(Map<String, Node> keys, Map<String, String> secrets) {
    Settings settings = new Settings(new Node.Mapping(keys, 1), "chats.slack", problems);
    return SlackSettings.read(settings, secrets(secrets));
  }

  private static Secrets secrets(Map<String, String> secrets) {
    return name -> Optional.ofNullable(secrets.get(name)).map(Secret::new);
  }
}
