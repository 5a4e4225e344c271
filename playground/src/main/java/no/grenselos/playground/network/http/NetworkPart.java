package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The social network as a part of the playground: Mastodon's API below {@code /network/api/}, by
 * default with 300 requests in five minutes for each account.
 */
public final class NetworkPart implements Part {
  private final int requests;
  private final Duration window;
  private @Nullable Network network;

  public NetworkPart() {
    this(300, Duration.ofMinutes(5));
  }

  /** With a limit of its own: so many requests in each window. */
  public NetworkPart(int requests, Duration window) {
    this.requests = requests;
    this.window = window;
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public void open(Stage stage, RoutesConfig routes) {
    Network fresh = new Network(stage.clock());
    Addresses addresses = new Addresses(stage::base);
    Shapes shapes = new Shapes(fresh, addresses);
    Pages pages = new Pages(fresh.faults());
    Gate gate = new Gate(fresh, new Limits(requests, window, stage.clock()));
    new AccountRoutes(fresh, shapes, pages, addresses).register(routes, gate);
    new TagRoutes(fresh, shapes, pages, addresses).register(routes, gate);
    new StatusRoutes(fresh, shapes).register(routes, gate);
    new InstanceRoutes(addresses).register(routes, gate);
    new PublicPage(fresh, addresses).register(routes);
    new Portraits(fresh).register(routes);
    new PlayRoutes(fresh).register(routes);
    PlayShapes play = new PlayShapes(fresh);
    fresh.watch(change -> play.tell(stage.happenings(), change));
    network = fresh;
  }

  @Override
  public ObjectNode state() {
    return new PlayShapes(network()).state();
  }

  /** The network behind the API, to act on it; throws before the playground started. */
  public Network network() {
    Network open = network;
    if (open == null) {
      throw new IllegalStateException("the network is not open yet");
    }
    return open;
  }
}
