package no.grenselos.chat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A core that only listens: it keeps events once per id, as the inbox does, and counts how often it
 * was told. Safe for many threads.
 */
public class HeardEvents implements ChatListener {
  private final Map<String, ChatEvent> events = new LinkedHashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private int tellings;

  /** A form that was sent. */
  public record Sent(
      String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {}

  @Override
  public synchronized void happened(ChatEvent event) {
    tellings++;
    events.putIfAbsent(event.id(), event);
    notifyAll();
  }

  @Override
  public Optional<Form> open(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return Optional.empty();
  }

  @Override
  public Optional<Form> changed(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    return Optional.empty();
  }

  @Override
  public Page home(ChatUser who) {
    return Page.of("At home");
  }

  @Override
  public Page said(String eventId, ChatUser who, String words) {
    return Page.of("You said: " + words);
  }

  @Override
  public Optional<Card> about(ChatUser who, URI address) {
    return Optional.empty();
  }

  @Override
  public Optional<Card> shown(PlacementId card, ChatUser who) {
    return Optional.empty();
  }

  @Override
  public synchronized Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {
    sent.add(new Sent(eventId, who, kind, on, values));
    notifyAll();
    return Map.of();
  }

  public synchronized List<ChatEvent> events() {
    return List.copyOf(events.values());
  }

  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Waits until it was told so often; gives how often it was. */
  public synchronized int awaitTellings(int count, Duration longest) {
    await(() -> tellings >= count, longest);
    return tellings;
  }

  /** Waits for the first event. */
  public synchronized ChatEvent awaitEvent(Duration longest) {
    await(() -> !events.isEmpty(), longest);
    if (events.isEmpty()) throw new AssertionError("nothing was heard");
    return events.values().iterator().next();
  }

  private void await(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) return;
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
