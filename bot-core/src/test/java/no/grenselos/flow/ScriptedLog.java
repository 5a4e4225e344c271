package no.grenselos.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.log.Parcel;
import no.grenselos.log.Receipt;
import no.grenselos.log.Relay;
import no.grenselos.log.RelayReader;
import no.grenselos.log.Survey;
import no.grenselos.mention.MentionEvent;

/** A log of two partitions in memory, whose readers are given partitions as the test says. */
final class ScriptedLog implements Relay {
  /** What nobody can read. */
  static final String POISON = "poison";

  final List<Parcel> carried = new ArrayList<>();
  final List<List<MentionEvent>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
  Optional<String> down = Optional.empty();

  static String name(int partition) {
    return "log/" + partition;
  }

  @Override
  public Receipt carry(List<Parcel> parcels) {
    if (down.isPresent()) return new Receipt.NotNow(down.get());
    carried.addAll(parcels);
    for (Parcel parcel : parcels) {
      partitions.get(Math.floorMod(parcel.key().hashCode(), 2)).add(parcel.event());
    }
    return new Receipt.Kept(List.of());
  }

  @Override
  public Reader reader() {
    return new Reader();
  }

  @Override
  public Optional<String> trouble() {
    return down;
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Survey survey(Instant from) {
    return new Survey(List.of(), 0);
  }

  @Override
  public void close() {}

  /** Hands out two events at a time. */
  final class Reader implements RelayReader {
    private final Map<String, Integer> at = new LinkedHashMap<>();
    private final Map<String, Cursor> before = new LinkedHashMap<>();
    private final List<String> given = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    Runnable meanwhile = () -> {};
    final List<String> stored = new ArrayList<>();

    void gets(int partition) {
      given.add(name(partition));
    }

    void loses(int partition) {
      taken.add(name(partition));
      given.remove(name(partition));
      at.remove(name(partition));
    }

    @Override
    public Arrived next() {
      List<Batch> batches = new ArrayList<>();
      at.replaceAll((partition, from) -> {
        List<MentionEvent> all = partitions.get(partition.equals(name(0)) ? 0 : 1);
        int to = Math.min(from + 2, all.size());
        if (to > from) batches.add(batch(partition, all.subList(from, to), to));
        return to;
      });
      Arrived arrived = new Arrived(given, taken, batches, down);
      given.clear();
      taken.clear();
      meanwhile.run();
      return arrived;
    }

    private Batch batch(String partition, List<MentionEvent> all, int to) {
      Cursor next = new Cursor("" + to);
      Cursor from = before.put(partition, next);
      List<Skipped> skipped =
          all.stream()
              .filter(ScriptedLog::poison)
              .map(event -> new Skipped("offset", "cannot be read"))
              .toList();
      List<MentionEvent> events = all.stream().filter(event -> !poison(event)).toList();
      return new Batch(partition, from, new Fetch.Page(events, next, false, skipped));
    }

    @Override
    public void goOn(String partition, Cursor from) {
      at.put(partition, from.atStart() ? 0 : Integer.parseInt(from.text()));
      before.put(partition, from);
    }

    @Override
    public void rest(String partition) {
      at.remove(partition);
    }

    @Override
    public void stored(Batch batch) {
      stored.add(batch.partition() + " " + batch.page().next().text());
    }

    @Override
    public long behind(String partition) {
      return partitions.get(partition.equals(name(0)) ? 0 : 1).size()
          - at.getOrDefault(partition, 0);
    }

    @Override
    public void close() {}
  }

  private static boolean poison(MentionEvent event) {
    return event.id().id().startsWith(POISON);
  }
}
