package no.grenselos.store;

import java.util.function.Consumer;
import java.util.function.Function;

/** Gives each port's contract the store, and short words for using it. */
public interface StoreUnderTest {
  /** What a transaction came to; tells the compiler its type where assertThat cannot. */
  record Transaction<T>(T result) {}

  Store store();

  default <T> T write(Function<Books, T> work) {
    return store().write(work);
  }

  default <T> T read(Function<Books, T> work) {
    return store().read(work);
  }

  default <T> Transaction<T> writing(Function<Books, T> work) {
    return new Transaction<>(write(work));
  }

  default <T> Transaction<T> reading(Function<Books, T> work) {
    return new Transaction<>(read(work));
  }

  default void change(Consumer<Books> work) {
    store()
        .write(books -> {
          work.accept(books);
          return true;
        });
  }
}
