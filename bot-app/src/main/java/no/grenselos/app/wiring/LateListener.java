package no.grenselos.app.wiring;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.PlacementId;
import no.grenselos.store.Store;

/**
 * Stands in for the desk while the chats are opened, which is before there is a store for a desk to
 * stand on. A chat that calls too early is told so, and the house repeats the event.
 */
final class LateListener implements ChatListener {
  private final AtomicReference<Become> became = new AtomicReference<>();

  private record Become(ChatListener desk, Store store) {}

  void become(ChatListener desk, Store store) {
    became.set(new Become(desk, store));
  }

  /** Throws as long as there is none. */
  Store store() {
    return now().store();
  }

  @Override
  public void happened(ChatEvent event) {
    listener().happened(event);
  }

  @Override
  public Optional<Form> open(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return listener().open(kind, on, who, values);
  }

  @Override
  public Optional<Form> changed(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return listener().changed(kind, on, who, values);
  }

  @Override
  public Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {
    return listener().submitted(eventId, who, kind, on, values);
  }

  @Override
  public Page home(ChatUser who) {
    return listener().home(who);
  }

  @Override
  public Page said(String eventId, ChatUser who, String words) {
    return listener().said(eventId, who, words);
  }

  @Override
  public Optional<Card> about(ChatUser who, URI address) {
    return listener().about(who, address);
  }

  @Override
  public Optional<Card> shown(PlacementId card, ChatUser who) {
    return listener().shown(card, who);
  }

  private ChatListener listener() {
    return now().desk();
  }

  private Become now() {
    Become now = became.get();
    if (now == null) throw new IllegalStateException("not started yet");
    return now;
  }
}
