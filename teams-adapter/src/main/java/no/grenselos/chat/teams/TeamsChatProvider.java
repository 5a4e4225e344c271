package no.grenselos.chat.teams;

import java.util.Optional;
import no.grenselos.chat.AppPackage;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatProvider;
import no.grenselos.config.Settings;

/**
 * Connects Microsoft Teams, on the Bot Connector. Settings under {@code chats.teams}: {@code
 * app-id}, {@code tenant}, {@code tenants}, {@code service-urls}, {@code service-url}, {@code
 * login}, {@code open-id}, {@code language}, {@code time-zone}, {@code emoji}, {@code package},
 * {@code local-development}; secret {@code TEAMS_APP_PASSWORD}.
 */
public final class TeamsChatProvider implements ChatProvider {
  static final String HOUSE = "teams";

  @Override
  public String house() {
    return HOUSE;
  }

  @Override
  public Chat open(Settings settings, ChatContext context) {
    return new TeamsChat(TeamsSettings.read(settings, context.secrets()), context);
  }

  @Override
  public Optional<AppPackage> appPackage(Settings settings, AppPackage.Order order) {
    return Optional.of(TeamsAppPackage.of(settings, order));
  }
}
