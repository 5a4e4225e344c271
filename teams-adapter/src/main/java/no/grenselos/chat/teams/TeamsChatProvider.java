package no.grenselos.chat.teams;

import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatProvider;
import no.grenselos.config.Settings;

/**
 * Connects Microsoft Teams: for now its settings, its door for calls from outside and its check;
 * sending comes with the next release. Settings under {@code chats.teams}: {@code app-id}, {@code
 * tenant}, {@code service-urls}; secret {@code TEAMS_APP_PASSWORD}.
 */
public final class TeamsChatProvider implements ChatProvider {
  static final String HOUSE = "teams";

  @Override
  public String house() {
    return HOUSE;
  }

  @Override
  public Chat open(Settings settings, ChatContext context) {
    return new TeamsChat(TeamsSettings.read(settings, context.secrets()));
  }
}
