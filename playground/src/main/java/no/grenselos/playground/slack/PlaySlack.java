package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import no.grenselos.playground.slack.api.ResponseDoor;
import no.grenselos.playground.slack.api.Weather;
import no.grenselos.playground.slack.api.WebApi;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.AppLine;
import no.grenselos.playground.slack.delivery.Delivered;
import no.grenselos.playground.slack.delivery.DeliveryFaults;
import no.grenselos.playground.slack.delivery.EventFeed;
import no.grenselos.playground.slack.delivery.EventSender;
import no.grenselos.playground.slack.delivery.HouseFeed;
import no.grenselos.playground.slack.delivery.SocketMode;
import no.grenselos.playground.slack.delivery.Subscriptions;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.house.Housekeeping;
import no.grenselos.playground.slack.people.SlackPeople;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.Ping;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;

/**
 * A workspace of Slack's, strict and on one machine. This is what a test holds: it sees what the
 * app did, does what people do, and makes the weather. It is an instance of the workspace {@link
 * SlackSeed#small} unless given another. Safe for many threads once the playground has started.
 */
public final class PlaySlack implements Part {
  private final SlackSeed seed;
  private final AtomicReference<Machinery> machinery = new AtomicReference<>();

  private record Machinery(
      SlackWorkspace workspace,
      WebApi api,
      SocketMode socket,
      AppLine line,
      EventSender sender,
      SlackPeople people,
      Housekeeping housekeeping) {}

  /** The small workspace; what {@code ServiceLoader} makes. */
  public PlaySlack() {
    this(SlackSeed.small());
  }

  public PlaySlack(SlackSeed seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public void open(Stage stage, RoutesConfig routes) {
    SlackWorkspace workspace = new SlackWorkspace(seed, stage.clock(), stage.happenings());
    SocketMode socket = new SocketMode(seed.app(), stage, workspace::touched);
    AppLine line = new AppLine(workspace, socket, stage);
    EventSender sender = new EventSender(line);
    Subscriptions subscriptions = new Subscriptions(workspace, sender);
    EventFeed events = new EventFeed(workspace, subscriptions);
    WebApi api = new WebApi(workspace, stage, events, socket::address);
    ResponseDoor door = new ResponseDoor(workspace, events);
    SlackPeople people = new SlackPeople(workspace, stage, line, events, door);
    Housekeeping house = new Housekeeping(workspace, new HouseFeed(workspace, subscriptions));
    machinery.set(new Machinery(workspace, api, socket, line, sender, people, house));
    api.open(routes);
    door.open(routes);
    socket.open(routes);
    new PlayControl(people, api.weather()).open(routes);
    new HouseControl(house).open(routes);
  }

  @Override
  public ObjectNode state() {
    return workspace().atomically(() -> workspace().json());
  }

  @Override
  public void close() {
    machinery().sender().close();
    machinery().line().close();
  }

  public SlackSeed seed() {
    return seed;
  }

  /** Where the app under test listens from now on; may be told again when it starts elsewhere. */
  public void deliverTo(URI requestUrl) {
    machinery().line().deliverTo(requestUrl);
  }

  /** Asks the app for its challenge, as Slack does before it takes a request address. */
  public boolean verifyAddress() throws InterruptedException {
    String challenge = workspace().stamps().id("challenge");
    ObjectNode asked = Json.object().put("type", "url_verification").put("challenge", challenge);
    ToApp told = new ToApp(ToApp.Kind.EVENT, asked.put("token", "playground-verification"));
    return machinery().line().send(told) instanceof AppAnswer.Taken(String body)
        && body.contains(challenge);
  }

  /** What people do. */
  public SlackPeople people() {
    return machinery().people();
  }

  /** What happens to the house: people come and go, channels close, the app is thrown out. */
  public Housekeeping housekeeping() {
    return machinery().housekeeping();
  }

  /** How Slack itself fares. */
  public Weather weather() {
    return machinery().api().weather();
  }

  /** What goes wrong on the way to the app. */
  public DeliveryFaults faults() {
    return machinery().line().faults();
  }

  /** The waits before an event is told again; Slack's own are at once, 1 and 5 minutes. */
  public void retryEvents(List<Duration> waits) {
    machinery().sender().schedule(waits);
  }

  /** The app's open sockets. */
  public int sockets() {
    return machinery().socket().connections();
  }

  /** Slack sends every socket away, as it does every few hours. */
  public void refreshSockets() {
    machinery().socket().refresh();
  }

  /** The messages of a channel (id or name), or of a person's conversation, oldest first. */
  public List<JsonNode> messages(String channelOrUser) {
    return workspace()
        .atomically(() ->
            workspace().messages().in(channelId(channelOrUser)).values().stream()
                .map(JsonNode.class::cast)
                .map(JsonNode::<JsonNode>deepCopy)
                .toList());
  }

  /** The id of a channel (by id or name), or of a person's conversation with the app. */
  public String channelId(String channelOrUser) {
    return workspace().atomically(() -> find(channelOrUser).id());
  }

  /** Every version of every message anybody saw, in order; deleted ones too. */
  public List<Shown> posts() {
    return workspace().atomically(() -> workspace().messages().shown());
  }

  /** Whom the app's messages would wake; whoever tests inert text looks here. */
  public List<Ping> pings() {
    return posts().stream().flatMap(shown -> Ping.in(shown).stream()).toList();
  }

  /** The open modals of a person, the topmost last. */
  public List<ObjectNode> views(String user) {
    return workspace()
        .atomically(() -> workspace().views().of(user).stream().map(ObjectNode::deepCopy).toList());
  }

  /** The person's home tab; missing where the app published none. */
  public JsonNode home(String user) {
    return state().path("homes").path(user);
  }

  /** Every call of the Web API, in order. */
  public List<Asked> calls() {
    return workspace().atomically(workspace()::asked);
  }

  public long calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).count();
  }

  /** The calls that were refused, with reasons; a good app has none. */
  public List<Asked> refusals() {
    return calls().stream().filter(Asked::refused).toList();
  }

  /** What people saw go wrong. */
  public List<String> troubles() {
    return workspace().atomically(workspace()::troubles);
  }

  /** Every attempt to tell the app something. */
  public List<Delivered> deliveries() {
    return workspace().atomically(machinery().line()::delivered);
  }

  /** Waits until it holds; false when the time is up before. Woken by every change. */
  public boolean await(Predicate<PlaySlack> condition, Duration longest)
      throws InterruptedException {
    return workspace().await(() -> condition.test(this), longest);
  }

  /** Archives a channel, so that posting there fails; without an event. */
  public void archive(String channel) {
    workspace()
        .atomically(() -> {
          workspace().put(find(channel).archive());
          return channel;
        });
  }

  private SlackChannel find(String channelOrUser) {
    return workspace()
        .channel(channelOrUser)
        .or(() -> workspace().channelNamed(channelOrUser.replaceFirst("^#", "")))
        .orElseGet(() -> workspace().directWith(channelOrUser));
  }

  private SlackWorkspace workspace() {
    return machinery().workspace();
  }

  private Machinery machinery() {
    Machinery running = machinery.get();
    if (running == null) {
      throw new IllegalStateException("the playground has not opened this workspace yet");
    }
    return running;
  }
}
