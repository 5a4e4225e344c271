package no.grenselos.chat.teams;

import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.HouseWork;
import no.grenselos.config.Finding;
import no.grenselos.web.Webhook;

/** One Teams tenant, connected. */
final class TeamsChat implements Chat {
  private final HouseWork work = new HouseWork(TeamsChatProvider.HOUSE);
  private final TeamsSettings settings;
  private final TeamsHttp http = new TeamsHttp();
  private final TeamsTokens tokens;
  private final TeamsConnector connector;
  private final TeamsHouse house;
  private final TeamsPort port;
  private final TeamsKeys keys;
  private final TeamsWebhook webhook;

  TeamsChat(TeamsSettings settings, ChatContext context) {
    this.settings = settings;
    this.tokens = new TeamsTokens(http, settings, context.clock());
    this.connector = new TeamsConnector(http, settings, tokens, new TeamsPace(context.clock()));
    this.house = new TeamsHouse(context, settings, connector);
    this.port = new TeamsPort(context, connector, house);
    this.keys = new TeamsKeys(http, settings.addresses().openId(), context.clock());
    TeamsCallGate gate = new TeamsCallGate(settings, keys);
    this.webhook = new TeamsWebhook(gate, house, work, ears(context));
  }

  /** Whoever hears what Teams tells us. */
  private List<TeamsEar> ears(ChatContext context) {
    TeamsSorry sorry = new TeamsSorry(port, work);
    TeamsDialogs dialogs = new TeamsDialogs(context, house, work);
    TeamsTalk talk = new TeamsTalk(context, connector, house, work, sorry);
    return List.of(
        new TeamsPresses(context, connector, house, work, sorry),
        dialogs,
        new TeamsExtensions(context, house, work, dialogs),
        new TeamsReactions(settings.emoji(), context, work),
        talk,
        new TeamsHouseWatch(context, connector, house, work, talk));
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
    if (settings.isLocal()) return;
    // Teams calls us; what we need of Microsoft is fetched before somebody waits for it
    work.later("fetch our token", tokens::token);
    keys.prepare();
  }

  @Override
  public List<Finding> check(List<String> channels) {
    return new TeamsCheck(settings, tokens, house).run(channels);
  }

  @Override
  public boolean loopbackOnly() {
    return settings.isLocal();
  }

  @Override
  public void close() {
    work.close();
    http.close();
  }
}
