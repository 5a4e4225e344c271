package no.grenselos.app.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Chat;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.ChatProvider;
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
import no.grenselos.config.Settings;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.Webhook;

/** A chat house that takes everything. */
class FakeChat implements ChatProvider, Chat, ChatPort {
  private static final MessageRef SOMEWHERE = new MessageRef("house", "c", "1");

  private volatile boolean started;
  private volatile boolean closed;
  private volatile boolean local;

  /** From now on, nobody is asked who they are. */
  void trustEverybody() {
    local = true;
  }

  boolean started() {
    return started;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String house() {
    return "house";
  }

  @Override
  public Chat open(Settings settings, ChatContext context) {
    settings.text("greeting");
    settings.finish();
    return this;
  }

  @Override
  public ChatPort port() {
    return this;
  }

  @Override
  public Optional<Webhook> webhook() {
    return Optional.of(call -> HttpAnswer.text(200, call.method()));
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public List<Finding> check(List<String> channels) {
    return List.of(new Finding(true, "house", channels.toString()));
  }

  @Override
  public boolean loopbackOnly() {
    return local;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public Delivery post(Place place, PlacementId card, Card content) {
    return new Delivery.Delivered(SOMEWHERE);
  }

  @Override
  public Sighting find(Place place, PlacementId card, Instant since) {
    return new Sighting.NotThere();
  }

  @Override
  public Delivery update(MessageRef ref, PlacementId card, Card content) {
    return new Delivery.Gone("never there");
  }

  @Override
  public Delivery whisper(ChatUser to, MessageRef beside, String text) {
    return new Delivery.Delivered(SOMEWHERE);
  }

  @Override
  public Delivery pin(MessageRef ref) {
    return new Delivery.Delivered(SOMEWHERE);
  }

  @Override
  public Delivery home(Handle of, Page page) {
    return new Delivery.Delivered(SOMEWHERE);
  }

  @Override
  public Presence presence(Handle of) {
    return Presence.UNKNOWN;
  }

  @Override
  public Lookup lookUp(Email email) {
    return new Lookup.Unknown("in " + house());
  }
}
