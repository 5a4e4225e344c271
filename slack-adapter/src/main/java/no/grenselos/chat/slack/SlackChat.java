package no.grenselos.chat.slack;

import com.slack.api.bolt.App;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatPort;
import no.grenselos.config.Finding;
import no.grenselos.web.Webhook;

/** One Slack workspace, connected. */
final class SlackChat implements Chat {
  private final SlackSettings settings;
  private final SlackWork work = new SlackWork();
  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackChannels channels;
  private final SlackPort port;
  private final App app;
  private final Optional<Webhook> webhook;
  private final Optional<SlackSocket> socket;

  SlackChat(SlackSettings settings, ChatContext context) {
    this.settings = settings;
    this.calls = new SlackCalls(settings.api(), settings.botToken());
    this.people = new SlackPeople(calls, work, context.clock());
    this.channels = new SlackChannels(calls);
    SlackHome home = new SlackHome(context.listener(), calls, people, work);
    this.port = new SlackPort(calls, channels, people, home, new SlackPace(context.clock()));
    this.app =
        SlackEvents.app(
            calls.slack(),
            new SlackPresses(context, calls, people, work),
            new SlackEmoji(settings.emoji(), context, people, work),
            new SlackForms(context.listener(), people, work),
            home);
    this.webhook =
        settings
            .signingSecret()
            .map(secret -> new SlackWebhook(new SlackSignatureGate(secret, context.clock()), app));
    this.socket = settings.appToken().map(token -> new SlackSocket(app, token));
  }

  @Override
  public ChatPort port() {
    return port;
  }

  @Override
  public Optional<Webhook> webhook() {
    return webhook;
  }

  @Override
  public void start() {
    // explicitly, or the kit does it within the first call from Slack
    app.start();
    work.later("ask who we are", people::bot);
    socket.ifPresent(SlackSocket::start);
  }

  @Override
  public List<Finding> check(List<String> channelNames) {
    return new SlackCheck(settings, calls, channels).run(channelNames);
  }

  @Override
  public void close() {
    socket.ifPresent(SlackSocket::close);
    app.stop();
    work.close();
    calls.close();
  }
}
