package no.grenselos.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.store.RuleBooks;
import no.grenselos.store.RuleBooks.Source;

/** A folder with the files of a revision. */
record BookFolder(Path folder) {
  private static final int PAGE = 50;
  private static final Pattern NAME =
      Pattern.compile("(topics/)?[A-Za-z0-9_][A-Za-z0-9._-]*\\.ya?ml");

  /** What the folder has of the rule book now; nothing where there is no such folder. */
  Map<String, String> texts() {
    return Files.isDirectory(folder) ? ConfigFiles.read(folder).ruleBook() : Map.of();
  }

  /**
   * Files that would be lost if the revision were written here: they differ from it, and no
   * revision says the same.
   */
  List<String> onlyHere(RuleBooks books, Source source) {
    Map<String, String> here = texts();
    List<String> names = new ArrayList<>(here.keySet());
    names.removeIf(name -> here.getOrDefault(name, "").equals(source.files().get(name)));
    List<Source> page = books.before(Integer.MAX_VALUE, PAGE);
    while (!names.isEmpty() && !page.isEmpty()) {
      for (Source one : page) {
        names.removeIf(name -> here.getOrDefault(name, "").equals(one.files().get(name)));
      }
      page = books.before(page.getLast().revision(), PAGE);
    }
    return names;
  }

  /** Writes the revision; files of the rule book that it does not have go. */
  List<String> write(Source source) {
    List<String> changed = new ArrayList<>();
    Map<String, String> before = texts();
    try {
      for (var file : source.files().entrySet()) {
        if (file.getValue().equals(before.get(file.getKey()))) continue;
        Path path = path(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        changed.add(file.getKey());
      }
      for (String name : before.keySet()) {
        if (source.files().containsKey(name)) continue;
        Files.delete(path(name));
        changed.add(name + " (removed)");
      }
      remember(source.revision());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changed.stream().sorted().toList();
  }

  /** Notes which revision the files are. */
  void remember(int revision) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ConfigFiles.PULLED), revision + "\n");
  }

  private Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new CannotStart("a file of the revision has a name that cannot be written: " + name);
    }
    return folder.resolve(name);
  }
}
