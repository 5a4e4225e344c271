package no.grenselos.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A core that answers as the test says. */
public final class ScriptedCore extends HeardEvents {
  public volatile Optional<Form> form = Optional.empty();
  public volatile Function<Map<String, String>, Optional<Form>> changed =
      values -> Optional.empty();
  public volatile Map<String, String> faults = Map.of();
  public volatile Page page = Page.of("At home");
  public volatile Optional<Card> card = Optional.empty();

  /** What each person sees of any card. */
  public volatile Function<ChatUser, Optional<Card>> seen = who -> Optional.empty();

  public final List<Asked> opened = new CopyOnWriteArrayList<>();
  public final List<Map<String, String>> changes = new CopyOnWriteArrayList<>();
  public final List<URI> shared = new CopyOnWriteArrayList<>();
  public final AtomicInteger failures = new AtomicInteger();
  public volatile CountDownLatch hold = new CountDownLatch(0);

  public record Asked(FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {}

  @Override
  public void happened(ChatEvent event) {
    await(hold);
    failIfToldTo();
    super.happened(event);
  }

  @Override
  public Optional<Form> open(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    await(hold);
    opened.add(new Asked(kind, on, who, values));
    return form;
  }

  @Override
  public Optional<Form> changed(
      FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values) {
    changes.add(values);
    await(hold);
    return changed.apply(values);
  }

  @Override
  public Map<String, String> submitted(
      String id, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values) {
    super.submitted(id, who, kind, on, values);
    return faults;
  }

  @Override
  public Page home(ChatUser who) {
    return page;
  }

  @Override
  public Page said(String eventId, ChatUser who, String words) {
    await(hold);
    failIfToldTo();
    return words.isEmpty() ? page : super.said(eventId, who, words);
  }

  @Override
  public Optional<Card> about(ChatUser who, URI address) {
    shared.add(address);
    return card;
  }

  @Override
  public Optional<Card> shown(PlacementId placed, ChatUser who) {
    return seen.apply(who);
  }

  private void failIfToldTo() {
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("the store is locked");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
