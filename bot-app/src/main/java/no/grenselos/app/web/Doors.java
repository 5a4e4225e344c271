package no.grenselos.app.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Health;
import no.grenselos.store.FeedStanding;
import no.grenselos.store.LogPositions;
import no.grenselos.web.Webhook;

/**
 * What the web server opens to the outside.
 *
 * @param webhooks by the name after {@code /in/}
 * @param loopbackOnly names of chats that ask nobody who they are; while there is one, the whole
 *     server listens to this machine alone
 * @param measured for the metrics
 * @param limits how often one source may call
 */
public record Doors(
    Map<String, Webhook> webhooks,
    Set<String> loopbackOnly,
    Supplier<Health> health,
    Measured measured,
    CallLimits limits) {
  private static final String THIS_MACHINE = "127.0.0.1";

  public Doors {
    webhooks = Map.copyOf(webhooks);
    loopbackOnly = Set.copyOf(loopbackOnly);
  }

  /** Without feeds. */
  public Doors(Map<String, Webhook> webhooks, Set<String> loopbackOnly, Supplier<Health> health) {
    this(webhooks, loopbackOnly, health, List::of);
  }

  /** Without a log. */
  public Doors(
      Map<String, Webhook> webhooks,
      Set<String> loopbackOnly,
      Supplier<Health> health,
      Supplier<List<FeedStanding>> feeds) {
    this(webhooks, loopbackOnly, health, feeds, List::of);
  }

  /** Whose metrics tell of feeds and the log alone, with the usual limits. */
  public Doors(
      Map<String, Webhook> webhooks,
      Set<String> loopbackOnly,
      Supplier<Health> health,
      Supplier<List<FeedStanding>> feeds,
      Supplier<List<LogPositions.Row>> log) {
    this(webhooks, loopbackOnly, health, Measured.of(feeds, log), CallLimits.USUAL);
  }

  /** Those of the application. */
  public static Doors of(Grenselos grenselos) {
    return new Doors(
        grenselos.webhooks(),
        grenselos.loopbackOnly(),
        grenselos::health,
        Measured.of(grenselos),
        grenselos.settings().inbound());
  }

  /**
   * Where the server listens.
   *
   * @param configured where it would, if every door could be open to all
   */
  public String address(String configured) {
    return address(configured, loopbackOnly);
  }

  static String address(String configured, Set<String> loopbackOnly) {
    return loopbackOnly.isEmpty() ? configured : THIS_MACHINE;
  }

  /**
   * The door of that name; none where it is not for this caller.
   *
   * @param near whether the caller is on this machine
   */
  Optional<Webhook> door(String name, boolean near) {
    boolean open = near || !loopbackOnly.contains(name);
    return Optional.ofNullable(webhooks.get(name)).filter(door -> open);
  }
}
