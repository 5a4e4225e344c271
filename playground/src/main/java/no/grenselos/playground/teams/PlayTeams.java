package no.grenselos.playground.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;
import no.grenselos.playground.teams.connector.Connector;
import no.grenselos.playground.teams.connector.TeamsWeather;
import no.grenselos.playground.teams.delivery.ActivitySender;
import no.grenselos.playground.teams.delivery.BotFaults;
import no.grenselos.playground.teams.delivery.BotLine;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.identity.LoginDoor;
import no.grenselos.playground.teams.identity.Tokens;
import no.grenselos.playground.teams.people.TeamsHouse;
import no.grenselos.playground.teams.people.TeamsPeople;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * A tenant of Microsoft Teams with the Bot Connector, strict and on one machine. This is what a
 * test holds: it sees what the bot did, does what people do, and makes the weather. It is an
 * instance of the tenant {@link TeamsSeed#small} unless given another. Safe for many threads once
 * the playground has started.
 */
public final class PlayTeams extends TeamsWitness implements Part {
  private final TeamsSeed seed;
  private final AtomicReference<Machinery> machinery = new AtomicReference<>();

  private record Machinery(
      Stage stage,
      Tenant tenant,
      Tokens tokens,
      LoginDoor login,
      Connector connector,
      BotLine line,
      ActivitySender sender,
      TeamsPeople people,
      TeamsHouse house) {}

  /** The small tenant; what {@code ServiceLoader} makes. */
  public PlayTeams() {
    this(TeamsSeed.small());
  }

  public PlayTeams(TeamsSeed seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "teams";
  }

  @Override
  public void open(Stage stage, RoutesConfig routes) {
    Tenant tenant = new Tenant(seed, stage.clock(), stage.happenings());
    Tokens tokens = new Tokens(seed.app(), stage.clock());
    LoginDoor login = new LoginDoor(seed, stage, tokens);
    Connector connector = new Connector(tenant, stage, tokens);
    BotLine line = new BotLine(tenant, tokens);
    ActivitySender sender = new ActivitySender(line);
    Envelope envelope = new Envelope(tenant, this::serviceUrl);
    TeamsPeople people = new TeamsPeople(tenant, envelope, line, sender);
    TeamsHouse house = new TeamsHouse(tenant, envelope, sender);
    machinery.set(
        new Machinery(stage, tenant, tokens, login, connector, line, sender, people, house));
    login.open(routes);
    connector.open(routes);
    new TeamsControl(tenant, people, connector.weather()).open(routes);
    new TeamsHouseControl(house).open(routes);
  }

  @Override
  public ObjectNode state() {
    return tenant().atomically(() -> tenant().json());
  }

  @Override
  public void close() {
    machinery().sender().close();
    machinery().line().close();
  }

  public TeamsSeed seed() {
    return seed;
  }

  /** Where the connector is, ending in a slash: the {@code serviceUrl} of every activity. */
  public URI serviceUrl() {
    return machinery().stage().base().resolve(Connector.PATH);
  }

  /**
   * Where the login is, ending in a slash. Below it are {@code v1/.well-known/openidconfiguration}
   * and {@code TENANT/oauth2/v2.0/token}.
   */
  public URI login() {
    return machinery().stage().base().resolve("teams/login/");
  }

  /** Every answer of the login is 503, until it is told otherwise. */
  public void loginDown(boolean on) {
    machinery().login().down(on);
  }

  /** The bot's tokens are worth nothing from now on: 401 until it gets a new one. */
  public void revokeTokens() {
    machinery().tokens().revoke();
  }

  /**
   * The time by which tokens are signed: the playground's own unless told. A library that goes by
   * the system's time needs {@code Clock.systemUTC()} here.
   */
  public void signBy(Clock clock) {
    machinery().tokens().clock(clock);
  }

  /** Where the bot listens from now on; may be told again when it starts elsewhere. */
  public void deliverTo(URI messagingAddress) {
    machinery().line().deliverTo(messagingAddress);
  }

  /** How long the bot may take to answer; fifteen seconds unless told. */
  public void patience(Duration longest) {
    machinery().line().patience(longest);
  }

  /** The waits before a message or event is told again; 1, 5 and 15 seconds unless told. */
  public void resend(List<Duration> waits) {
    machinery().sender().schedule(waits);
  }

  /** What people do. */
  public TeamsPeople people() {
    return machinery().people();
  }

  /** What happens to the house: the bot is installed or thrown out, channels come and go. */
  public TeamsHouse house() {
    return machinery().house();
  }

  /** How the connector fares. */
  public TeamsWeather weather() {
    return machinery().connector().weather();
  }

  /** What goes wrong on the way to the bot. */
  public BotFaults faults() {
    return machinery().line().faults();
  }

  @Override
  Tenant tenant() {
    return machinery().tenant();
  }

  @Override
  BotLine line() {
    return machinery().line();
  }

  @Override
  PlayTeams itself() {
    return this;
  }

  private Machinery machinery() {
    Machinery running = machinery.get();
    if (running == null) {
      throw new IllegalStateException("the playground has not opened this tenant yet");
    }
    return running;
  }
}
