package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.handler.builtin.GlobalShortcutHandler;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.model.event.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.KeptInMemory;
import no.grenselos.config.Secret;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
  private static final Pattern SCOPE = Pattern.compile("      - ([a-z.]+(?::[a-z.]+)?)(?: +#.*)?");
  private static final Pattern EVENT = Pattern.compile("      - ([a-z_.]+)(?: +#.*)?");
  private static final Pattern CALLBACK = Pattern.compile(" +callback_id: ([a-z_]+)");
  private static final Pattern COMMAND = Pattern.compile(" +- command: (/[a-z]+)");

  /** Writes down what is listened to. */
  private static final class Heard extends App {
    final Set<String> events = new TreeSet<>();
    final Set<String> shortcuts = new TreeSet<>();
    final Set<String> commands = new TreeSet<>();

    Heard() {
      super(AppConfig.builder().build(), new ArrayList<>());
    }

    @Override
    public <E extends Event> App event(Class<E> type, BoltEventHandler<E> handler) {
      try {
        events.add((String) type.getField("TYPE_NAME").get(null));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
      return this;
    }

    @Override
    public App messageShortcut(String callback, MessageShortcutHandler handler) {
      shortcuts.add(callback);
      return this;
    }

    @Override
    public App globalShortcut(String callback, GlobalShortcutHandler handler) {
      shortcuts.add(callback);
      return this;
    }

    @Override
    public App command(String command, SlashCommandHandler handler) {
      commands.add(command);
      return this;
    }
  }

  private static Heard heard() {
    SlackSettings settings =
        new SlackSettings(
            Map.of(),
            URI.create("http://127.0.0.1:1/api/"),
            new Secret("xoxb-1"),
            Optional.of(new Secret("s")),
            Optional.empty());
    ChatContext context =
        new ChatContext(
            Clock.systemUTC(), name -> Optional.empty(), new HeardEvents(), new KeptInMemory());
    Heard heard = new Heard();
    try (SlackChat chat = new SlackChat(settings, context)) {
      chat.ears().forEach(ear -> ear.listen(heard));
    }
    return heard;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("../config/slack-manifest.yml"));
  }

  private static List<String> found(Pattern pattern, Stream<String> lines) {
    return lines.map(pattern::matcher).filter(line -> line.matches()).map(m -> m.group(1)).toList();
  }

  @Test
  void theManifestAsksForExactlyTheScopesThatTheCheckWants() throws IOException {
    List<String> lines = lines();
    int from = lines.indexOf("    bot:");
    int to = lines.indexOf("settings:");

    assertThat(found(SCOPE, lines.subList(from, to).stream()))
        .containsExactlyInAnyOrderElementsOf(SlackCheck.SCOPES.keySet());
  }

  @Test
  void theManifestSubscribesToExactlyTheEventsThatAreHeard() throws IOException {
    List<String> lines = lines();
    int from = lines.indexOf("    bot_events:");
    int to = lines.indexOf("  interactivity:");

    assertThat(found(EVENT, lines.subList(from, to).stream()))
        .containsExactlyInAnyOrderElementsOf(heard().events);
  }

  @Test
  void theManifestOffersExactlyTheShortcutsAndCommandsThatAreAnswered() throws IOException {
    Heard heard = heard();

    assertThat(found(CALLBACK, lines().stream()))
        .containsExactlyInAnyOrderElementsOf(heard.shortcuts);
    assertThat(found(COMMAND, lines().stream()))
        .containsExactlyInAnyOrderElementsOf(heard.commands);
  }

  @Test
  void nothingInTheManifestIsLongerThanSlackTakes() throws IOException {
    List<String> lines = lines();
    List<String> domains =
        lines.subList(lines.indexOf("oauth_config:") - 5, lines.indexOf("oauth_config:"));

    assertThat(found(Pattern.compile("    - name: (.+)"), lines.stream()))
        .hasSize(3)
        .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(24));
    assertThat(domains).allMatch(domain -> domain.matches("    - [a-z.]+"));
    assertThat(lines.get(lines.indexOf("oauth_config:") - 6)).startsWith("  unfurl_domains:");
  }
}
