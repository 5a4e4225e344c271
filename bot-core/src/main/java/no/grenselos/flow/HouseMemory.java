package no.grenselos.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import no.grenselos.chat.ChatMemory;
import no.grenselos.store.HouseNotes;
import no.grenselos.store.Store;

/**
 * One chat house's notes, in the store.
 *
 * @param store asked for at each call, as adapters are opened before the store is
 */
public record HouseMemory(String house, Supplier<Store> store, Clock clock) implements ChatMemory {
  @Override
  public Optional<String> recall(String key) {
    return store.get().read(books -> books.houseNotes().find(house, key));
  }

  @Override
  public Map<String, String> recallAll(String prefix) {
    return store.get().read(books -> books.houseNotes().startingWith(house, prefix));
  }

  @Override
  public void keep(String key, String value) {
    write(notes -> notes.keep(house, key, value, null));
  }

  @Override
  public void keep(String key, String value, Instant until) {
    write(notes -> {
      notes.sweep(clock.instant());
      notes.keep(house, key, value, until);
    });
  }

  @Override
  public String keepFirst(String key, String value) {
    return store
        .get()
        .write(books ->
            books.houseNotes().keepFirst(house, key, value)
                ? value
                : books.houseNotes().find(house, key).orElse(value));
  }

  @Override
  public void forget(String key) {
    write(notes -> notes.forget(house, key));
  }

  private void write(Consumer<HouseNotes> job) {
    boolean unused =
        store
            .get()
            .write(books -> {
              job.accept(books.houseNotes());
              return true;
            });
  }
}
