package no.grenselos.app.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.PlacementId;

/**
 * Stands in for the desk while the chats are opened, which is before there is a store for a desk to
 * stand on. A chat that calls too early is told so, and the house repeats the event.
 */
final class LateListener implements ChatListener {
  private final AtomicReference<ChatListener> desk = new AtomicReference<>();

  void become(ChatListener listener) {
    desk.set(listener);
  }

  @Override
  public void happened(ChatEvent event) {
    listener().happened(event);
  }

  @Override
  public Optional<Form> open(FormKind kind, ChatEvent.On on, ChatUser who) {
    return listener().open(kind, on, who);
  }

  @Override
  public Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, PlacementId card, Map<String, String> values) {
    return listener().submitted(eventId, who, kind, card, values);
  }

  private ChatListener listener() {
    ChatListener listener = desk.get();
    if (listener == null) throw new IllegalStateException("not started yet");
    return listener;
  }
}
