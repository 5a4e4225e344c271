package no.grenselos.app.wiring;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.store.Store;

/**
 * The places on this machine that are written to, and what room is left there.
 *
 * @param folders of the store's file, where it has one, and of what is short-lived
 */
record Disks(List<Path> folders) {
  /** SQLite's log may grow to 64 MB, and a page of posts and a model's copy take as much. */
  static final long LEAST_MEGABYTES = 200;

  private static final long MEGABYTE = 1_048_576;

  Disks {
    folders = List.copyOf(folders);
  }

  static Disks of(Store store) {
    List<Path> folders = new ArrayList<>();
    store.file().map(Path::toAbsolutePath).map(Path::getParent).ifPresent(folders::add);
    folders.add(Path.of(System.getProperty("java.io.tmpdir")));
    return new Disks(folders);
  }

  /** What is wrong with the first that is, else how much is left where the least is. */
  Finding finding() {
    Optional<String> trouble = folders.stream().flatMap(one -> trouble(one).stream()).findFirst();
    return new Finding(trouble.isEmpty(), "disk", trouble.orElseGet(this::left));
  }

  private static Optional<String> trouble(Path folder) {
    File place = folder.toFile();
    if (!place.canWrite()) {
      return Optional.of(folder + " cannot be written to; mount it writable for our user");
    }
    long free = place.getUsableSpace() / MEGABYTE;
    return free < LEAST_MEGABYTES
        ? Optional.of(
            free + " MB are left in " + folder + "; make room, " + LEAST_MEGABYTES + " MB at least")
        : Optional.empty();
  }

  private String left() {
    long least =
        folders.stream()
            .mapToLong(folder -> folder.toFile().getUsableSpace() / MEGABYTE)
            .min()
            .orElse(0);
    return least + " MB are left";
  }
}
