package no.grenselos.work;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import no.grenselos.expert.Crm;
import org.jspecify.annotations.Nullable;

/** Tells the house's own system of cases about one. Safe for many threads; never throws. */
@FunctionalInterface
public interface CrmPort {
  /** There is no way to tell anybody. */
  CrmPort NONE = (where, call) -> new Told.Refused("this Grenselos cannot call a CRM");

  /** Calls it once; whoever calls again must give the same {@link Case#id()}. */
  Told tell(Crm.Webhook where, Case call);

  /**
   * What is told.
   *
   * @param id equal whenever the same is told again
   * @param author as people know them; empty when unknown or erased
   * @param text of the post; empty when it is gone
   * @param topic its name; null where there is none
   */
  record Case(
      String id,
      Instant at,
      String ticket,
      String network,
      URI link,
      String author,
      String text,
      String language,
      @Nullable String topic,
      String channel,
      @Nullable Instant promisedAt,
      String by) {}

  /** How it went. */
  sealed interface Told {
    /**
     * The other side has it.
     *
     * @param link to the case there; null when it does not say
     */
    record Taken(@Nullable URI link) implements Told {}

    /** It may work later. */
    record Later(Duration pause, String reason) implements Told {}

    /** It will not work until somebody mends something. */
    record Refused(String reason) implements Told {}
  }
}
