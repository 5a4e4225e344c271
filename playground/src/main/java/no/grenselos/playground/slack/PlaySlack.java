package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.playground.slack.api.FileDoor;
import no.grenselos.playground.slack.api.ResponseDoor;
import no.grenselos.playground.slack.api.Weather;
import no.grenselos.playground.slack.api.WebApi;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.AppLine;
import no.grenselos.playground.slack.delivery.DeliveryFaults;
import no.grenselos.playground.slack.delivery.EventFeed;
import no.grenselos.playground.slack.delivery.EventSender;
import no.grenselos.playground.slack.delivery.HouseFeed;
import no.grenselos.playground.slack.delivery.SocketMode;
import no.grenselos.playground.slack.delivery.Subscriptions;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.house.Housekeeping;
import no.grenselos.playground.slack.people.SlackPeople;
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
public final class PlaySlack extends Witness implements Part {
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
    new FileDoor(workspace, api.weather()).open(routes);
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

  /** Archives a channel, so that posting there fails; without an event. */
  public void archive(String channel) {
    workspace()
        .atomically(() -> {
          workspace().put(find(channel).archive());
          return channel;
        });
  }

  @Override
  SlackWorkspace workspace() {
    return machinery().workspace();
  }

  @Override
  AppLine line() {
    return machinery().line();
  }

  @Override
  PlaySlack itself() {
    return this;
  }

  private Machinery machinery() {
    Machinery running = machinery.get();
    if (running == null) {
      throw new IllegalStateException("the playground has not opened this workspace yet");
    }
    return running;
  }
}
