package no.grenselos.feed.http;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Feed;
import no.grenselos.mention.Network;

/** A feed that asks its network through one client, at a pace. */
public abstract class HttpFeed implements Feed {
  private final String name;
  private final Network network;
  private final Pace pace;
  private final FeedClient client;

  /**
   * @param client of this feed alone: it is closed with it
   */
  protected HttpFeed(String name, Network network, Pace pace, FeedClient client) {
    this.name = name;
    this.network = network;
    this.pace = pace;
    this.client = client;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Network network() {
    return network;
  }

  @Override
  public Duration poll() {
    return pace.poll();
  }

  /** What the network's headers say. */
  @Override
  public Optional<Allowance> allowance() {
    return client.allowance();
  }

  @Override
  public final void close() {
    client.close();
  }
}
