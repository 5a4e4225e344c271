package no.grenselos.chat.slack;

import com.slack.api.bolt.App;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.CallRate;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.HouseWork;
import no.grenselos.config.Finding;
import no.grenselos.web.Webhook;

/** One Slack workspace, connected. */
final class SlackChat implements Chat {
  private final SlackSettings settings;
  private final HouseWork work = new HouseWork(SlackChatProvider.HOUSE);
  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackChannels channels;
  private final SlackPort port;
  private final List<SlackEar> ears;
  private final App app;
  private final Optional<Webhook> webhook;
  private final Optional<SlackSocket> socket;

  SlackChat(SlackSettings settings, ChatContext context) {
    this.settings = settings;
    this.calls =
        new SlackCalls(settings.api(), settings.botToken(), new SlackQuota(context.clock()));
    this.people = new SlackPeople(calls, work, context.clock());
    this.channels = new SlackChannels(calls);
    SlackHome home = new SlackHome(context.listener(), calls, people, work);
    this.port =
        new SlackPort(
            calls, channels, people, home, pictures(context), new SlackPace(context.clock()));
    this.ears = ears(context, home);
    this.app = SlackEvents.app(calls.slack(), ears);
    this.webhook =
        settings
            .signingSecret()
            .map(secret -> new SlackWebhook(new SlackSignatureGate(secret, context.clock()), app));
    this.socket = settings.appToken().map(token -> new SlackSocket(app, token));
  }

  private SlackPictures pictures(ChatContext context) {
    SlackUploads uploads = new SlackUploads(settings.api(), calls.http());
    SlackFiles files = new SlackFiles(calls, uploads, context.memory(), context.clock());
    return new SlackPictures(files, context.clock());
  }

  @Override
  public List<CallRate> rates() {
    return calls.rates();
  }

  /** Whoever hears what Slack tells us. */
  List<SlackEar> ears() {
    return ears;
  }

  private List<SlackEar> ears(ChatContext context, SlackHome home) {
    ChatListener core = context.listener();
    SlackSorry sorry = new SlackSorry(people, new SlackWhispers(calls, channels));
    SlackDialogs dialogs = new SlackDialogs(calls);
    SlackLive live = new SlackLive(core, people, work, dialogs);
    SlackAsking asking = new SlackAsking(core, people, dialogs, live, sorry);
    return List.of(
        new SlackPresses(context, people, work, asking),
        live,
        new SlackForms(core, people, work, sorry),
        new SlackEmoji(settings.emoji(), context, people, work),
        home,
        new SlackCommand(core, people, work),
        new SlackShortcuts(core, calls, people, work, asking),
        new SlackPreviews(core, calls, people, work),
        new SlackHouseWatch(context, people, channels, work));
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
    // a channel that is closed later has no name any more that we could ask for
    work.later("learn the channels", channels::list);
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
