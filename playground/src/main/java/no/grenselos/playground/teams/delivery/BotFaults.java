package no.grenselos.playground.teams.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.playground.teams.identity.Forgery;

/** What goes wrong on the way to the bot, on demand; nothing by default. Safe for many threads. */
public final class BotFaults {
  /**
   * What is wrong with one request.
   *
   * @param serviceUrl that the activity names instead of ours; empty for ours
   */
  record Forged(Forgery forgery, String serviceUrl) {
    private static final Forged NOTHING = new Forged(Forgery.NONE, "");

    ObjectNode applyTo(ObjectNode activity) {
      return serviceUrl.isEmpty() ? activity : activity.deepCopy().put("serviceUrl", serviceUrl);
    }
  }

  private final AtomicInteger twice = new AtomicInteger();
  private final Deque<Forged> forged = new ArrayDeque<>();

  /** The next message or event is told twice at once, with the same id. */
  public void deliverTwice() {
    twice.incrementAndGet();
  }

  /** The next request carries such a token; what is said several times holds for so many. */
  public void forge(Forgery forgery) {
    add(new Forged(forgery, ""));
  }

  /**
   * The next request carries a skill's token, and the activity names the attacker's address: a bot
   * that answers there gives its own token away.
   */
  public void skillFrom(URI attacker) {
    add(new Forged(Forgery.SKILL, attacker.toString()));
  }

  /** The next request is rightly signed for another service address, which the activity names. */
  public void serviceAt(URI elsewhere) {
    add(new Forged(Forgery.NONE, elsewhere.toString()));
  }

  boolean takeTwice() {
    return twice.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  synchronized Forged takeForged() {
    Forged next = forged.poll();
    return next == null ? Forged.NOTHING : next;
  }

  private synchronized void add(Forged one) {
    forged.add(one);
  }
}
