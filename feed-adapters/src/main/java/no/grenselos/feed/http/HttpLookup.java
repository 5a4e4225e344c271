package no.grenselos.feed.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/**
 * A lookup that asks its network through one client. Looking at what we hold leaves half of what
 * the network allows to feeds and answers, which have the same limit; where only little is said of
 * the limit, it rests when nothing is left.
 */
public abstract class HttpLookup implements PostLookup {
  private final Network network;
  private final FeedClient client;
  private final Clock clock;

  /**
   * @param client of this lookup alone: it is closed with it
   */
  protected HttpLookup(Network network, FeedClient client, Clock clock) {
    this.network = network;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public final Network network() {
    return network;
  }

  @Override
  public final Found again(List<MentionId> posts) {
    Optional<Fetch.Wait> rest = rest();
    return rest.isPresent() ? rest.get() : look(posts);
  }

  /** As {@link #again}, when there is room for it. */
  protected abstract Found look(List<MentionId> posts);

  @Override
  public final void close() {
    client.close();
  }

  protected final Instant now() {
    return clock.instant();
  }

  protected final MentionEvent deleted(MentionId post) {
    return new MentionEvent.Deleted(post, now());
  }

  /** What was gathered. */
  protected static Found seen(Gathering gathering) {
    return new Seen(gathering.events(), gathering.skipped());
  }

  /** There is no post where a link leads, for us at least. */
  protected static Found nothing(String item) {
    Gathering gathering = new Gathering();
    gathering.skip(item, "is not there, or not shown to us");
    return seen(gathering);
  }

  /** Why there was no answer. */
  protected static Found not(Fetch why) {
    return switch (why) {
      case Fetch.Wait wait -> wait;
      case Fetch.Failed failed -> failed;
      case Fetch.Refused refused -> refused;
      case Fetch.Page page -> throw new IllegalStateException("a page is an answer");
    };
  }

  private Optional<Fetch.Wait> rest() {
    return client
        .allowance()
        .filter(HttpLookup::isHalfSpent)
        .flatMap(allowed -> Optional.ofNullable(allowed.until()))
        .filter(until -> until.isAfter(now()))
        .map(until ->
            new Fetch.Wait(
                Duration.between(now(), until), "what is left of the limit is for new posts"));
  }

  private static boolean isHalfSpent(Allowance allowed) {
    Long most = allowed.most();
    return most == null ? allowed.left() == 0 : allowed.left() < most / 2;
  }
}
