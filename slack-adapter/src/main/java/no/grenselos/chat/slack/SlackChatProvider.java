package no.grenselos.chat.slack;

import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatProvider;
import no.grenselos.config.Settings;

/**
 * Connects Slack, by default over Socket Mode. Settings under {@code chats.slack}: {@code mode},
 * {@code emoji}, {@code api}; secrets {@code SLACK_BOT_TOKEN} and, by mode, {@code SLACK_APP_TOKEN}
 * or {@code SLACK_SIGNING_SECRET}.
 */
public final class SlackChatProvider implements ChatProvider {
  static final String HOUSE = "slack";

  @Override
  public String house() {
    return HOUSE;
  }

  @Override
  public Chat open(Settings settings, ChatContext context) {
    return new SlackChat(SlackSettings.read(settings, context.secrets()), context);
  }
}
