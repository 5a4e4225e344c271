package no.grenselos.chat.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatPort;
import no.grenselos.config.Finding;
import no.grenselos.web.Webhook;

/** Teams, as far as it goes: it can be configured and checked, and refuses strangers. */
final class TeamsChat implements Chat {
  private final TeamsSettings settings;
  private final TeamsPort port = new TeamsPort();
  private final TeamsWebhook webhook;

  TeamsChat(TeamsSettings settings) {
    this.settings = settings;
    this.webhook = new TeamsWebhook(settings);
  }

  @Override
  public ChatPort port() {
    return port;
  }

  @Override
  public Optional<Webhook> webhook() {
    return Optional.of(webhook);
  }

  @Override
  public void start() {
    // Teams calls us; there is nothing to open
  }

  @Override
  public List<Finding> check(List<String> channels) {
    List<Finding> findings = new ArrayList<>();
    findings.add(set("app id", settings.appId(), "set chats.teams.app-id"));
    findings.add(set("tenant", settings.tenant(), "set chats.teams.tenant"));
    findings.add(
        set(
            "password",
            settings.password().isPresent() ? "set" : "",
            "set TEAMS_APP_PASSWORD in the environment"));
    findings.add(new Finding(false, "teams: sending", "comes with the next release; use Slack"));
    return findings;
  }

  private static Finding set(String what, String value, String advice) {
    return value.isBlank()
        ? new Finding(false, "teams: " + what, "is missing; " + advice)
        : new Finding(true, "teams: " + what, "is set");
  }

  @Override
  public void close() {
    // nothing is open
  }
}
