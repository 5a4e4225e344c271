package no.grenselos.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import no.grenselos.playground.page.PageFiles;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.ControlDoor;
import no.grenselos.playground.stage.HappeningStream;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;
import no.grenselos.playground.teams.PlayTeams;
import org.jspecify.annotations.Nullable;

/**
 * The outside world on one port of 127.0.0.1: its parts, the page at {@code /}, and the control API
 * of the page under {@code /play/}. It lives on while the application under test is killed and
 * started again. Safe for many threads.
 */
public final class Playground implements AutoCloseable {
  private final Happenings happenings = new Happenings();
  private final HappeningStream stream = new HappeningStream(happenings);
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Javalin server;
  private volatile @Nullable URI base;

  private Playground(PlaygroundOptions options) {
    options.parts().forEach(part -> parts.put(part.name(), part));
    ServiceLoader.load(Part.class).forEach(part -> parts.putIfAbsent(part.name(), part));
    Stage stage = new Stage(options.clock(), happenings, this::base);
    server = Javalin.create(config -> configure(config, stage));
  }

  /** Starts it; throws when the port is taken. */
  public static Playground start(PlaygroundOptions options) {
    Playground playground = new Playground(options);
    playground.server.start("127.0.0.1", options.port());
    playground.base = URI.create("http://127.0.0.1:" + playground.server.port() + "/");
    playground.parts.values().forEach(Part::started);
    return playground;
  }

  private void configure(JavalinConfig config, Stage stage) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = 4_000_000;
    PageFiles.serve(config);
    config.routes.before("/play/*", ControlDoor::check);
    config.routes.get("/play/state", ctx -> ctx.json(state().toString()));
    config.routes.sse("/play/stream", stream::serve);
    config.routes.exception(
        BadRequest.class,
        (e, ctx) -> ctx.status(400).result(Json.object().put("error", e.getMessage()).toString()));
    parts.values().forEach(part -> part.open(stage, config.routes));
  }

  private ObjectNode state() {
    // the id is read first: what happens meanwhile is then told twice rather than never
    ObjectNode state = Json.object().put("last_event", happenings.lastId());
    parts.values().forEach(part -> state.set(part.name(), part.state()));
    return state;
  }

  /** The server's address, ending in a slash. */
  public URI base() {
    URI address = base;
    if (address == null) {
      throw new IllegalStateException("the playground does not listen yet");
    }
    return address;
  }

  /** Where a Slack client finds the Web API; ends in {@code /api/}. */
  public URI slackApi() {
    return base().resolve("slack/api/");
  }

  /** The social network's own address, ending in a slash; its API is below {@code api/v1/}. */
  public URI network() {
    return base().resolve("network/");
  }

  /** What to open in a browser. */
  public URI page() {
    return base();
  }

  /** The Slack workspace, to see what the app did and to do what people do. */
  public PlaySlack slack() {
    return part(PlaySlack.class);
  }

  /** The Teams tenant, with the same to see and to do. */
  public PlayTeams teams() {
    return part(PlayTeams.class);
  }

  public Happenings happenings() {
    return happenings;
  }

  /** The part of that type; throws {@code IllegalStateException} when the playground has none. */
  public <T extends Part> T part(Class<T> type) {
    return parts.values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no part " + type.getSimpleName()));
  }

  @Override
  public void close() {
    stream.close();
    parts.values().forEach(Part::close);
    server.stop();
  }
}
