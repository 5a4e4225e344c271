package no.grenselos.app.wiring;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.chat.CallRate;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Lookup;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.chat.Sighting;
import no.grenselos.config.Finding;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** A chat house that remembers how its last delivery went, for who asks how we are. */
final class WatchedPort implements ChatPort {
  private final ChatPort port;

  /** Houses slow us down now and then; so many in a row are an outage. */
  private static final int MANY = 5;

  private final AtomicInteger inVain = new AtomicInteger();
  private volatile Finding last;
  private final AtomicReference<ChatVitals.Counted> counted =
      new AtomicReference<>(ChatVitals.Counted.NOTHING);

  WatchedPort(ChatPort port) {
    this.port = port;
    this.last = new Finding(true, "chat " + port.house(), "nothing sent yet");
  }

  Finding last() {
    return last;
  }

  /**
   * @param rates what is called how often
   */
  ChatVitals vitals(List<CallRate> rates) {
    return new ChatVitals(house(), last, counted.get(), rates);
  }

  @Override
  public String house() {
    return port.house();
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    return noted(port.post(place, card, content));
  }

  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    return port.find(place, card, since);
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    return noted(port.update(ref, card, content));
  }

  @Override
  public Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text) {
    return noted(port.whisper(to, beside, text));
  }

  @Override
  public Delivery pin(MessageRef ref) {
    return port.pin(ref);
  }

  @Override
  public Delivery home(Handle of, Page page) {
    return port.home(of, page);
  }

  @Override
  public Presence presence(Handle of) {
    return port.presence(of);
  }

  @Override
  public Lookup lookUp(Email email) {
    return port.lookUp(email);
  }

  private Delivery noted(Delivery delivery) {
    ChatVitals.Counted unused = counted.updateAndGet(before -> before.and(delivery));
    int failed = inVain.updateAndGet(before -> failed(delivery) ? before + 1 : 0);
    boolean fine = failed < MANY && !(delivery instanceof Delivery.Refused);
    last = new Finding(fine, last.what(), "last delivery: " + told(delivery));
    return delivery;
  }

  private static boolean failed(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered one -> false;
      // that place only: the house answered
      case Delivery.Gone one -> false;
      case Delivery.RetryAfter one -> true;
      case Delivery.Unsure one -> true;
      case Delivery.Refused one -> true;
    };
  }

  private static String told(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered one -> "Delivered";
      case Delivery.RetryAfter one -> "put off for " + one.time() + ": " + one.reason();
      case Delivery.Unsure one -> "perhaps arrived: " + one.reason();
      case Delivery.Gone one -> "its place is gone: " + one.reason();
      case Delivery.Refused one -> "refused: " + one.reason() + "; " + one.whatToDo();
    };
  }
}
