package no.grenselos.playground.slack.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The links the app was told of: it may put a preview below those, and below no others. */
public final class Unfurls {
  /** A message with links of the app's domains. */
  public record Offer(String channel, String ts, Set<String> urls) {
    public Offer {
      urls = Set.copyOf(urls);
    }
  }

  private final Map<String, Offer> byId = new HashMap<>();

  /** The {@code unfurl_id} of a message. */
  public String idFor(String channel, String ts, Set<String> urls) {
    String hash = Integer.toHexString(new TreeSet<>(urls).hashCode());
    String id = channel + "." + ts + "." + hash;
    byId.put(id, new Offer(channel, ts, urls));
    return id;
  }

  public Optional<Offer> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Offer> of(String channel, String ts) {
    return byId.values().stream()
        .filter(offer -> offer.channel().equals(channel) && offer.ts().equals(ts))
        .findFirst();
  }
}
