package no.grenselos.app.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.app.config.PeopleYaml;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.people.Sheet;

/**
 * Reads a list of people: a table ({@code .csv}, {@code .tsv}, {@code .txt}), or YAML as in {@code
 * experts.yml}.
 */
public final class ListFile {
  /** The largest list that is read, in bytes. */
  public static final int LARGEST = 5_000_000;

  private ListFile() {}

  /**
   * The rows, and what was assumed about the file.
   *
   * @param broken what is wrong with the file itself, such as an unknown column; the rows are what
   *     could be read nevertheless, so that their mistakes can be told too
   */
  public record Read(Sheet sheet, List<ConfigProblem> broken, Optional<String> note) {}

  /**
   * @param shown the file as its owner named it
   * @throws ConfigException when it is no readable text
   */
  public static Read of(Path file, String shown, Set<String> houses) {
    return read(text(file, shown), shown, houses);
  }

  /**
   * The same of a file that was sent.
   *
   * @throws ConfigException when it is no readable text
   */
  public static Read of(byte[] bytes, String shown, Set<String> houses) {
    if (bytes.length > LARGEST) throw refused(shown, "is larger than 5 MB");
    return read(text(bytes, shown), shown, houses);
  }

  private static Read read(FileText text, String shown, Set<String> houses) {
    Problems problems = new Problems(shown);
    String name = shown.toLowerCase(Locale.ROOT);
    List<Node.Mapping> rows =
        name.endsWith(".yml") || name.endsWith(".yaml")
            ? PeopleYaml.rows(text.text(), problems)
            : new CsvRows(houses, problems).read(text.text());
    return new Read(new Sheet(shown, rows), problems.found(), text.note());
  }

  private static FileText text(Path file, String shown) {
    try {
      if (!Files.isRegularFile(file)) throw refused(shown, "no such file");
      if (Files.size(file) > LARGEST) throw refused(shown, "is larger than 5 MB");
      return text(Files.readAllBytes(file), shown);
    } catch (IOException e) {
      throw refused(shown, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static FileText text(byte[] bytes, String shown) {
    return FileText.of(bytes)
        .orElseThrow(() -> refused(shown, "is no text; save it as CSV with UTF-8"));
  }

  private static ConfigException refused(String shown, String text) {
    return new ConfigException(List.of(new ConfigProblem(shown, 0, "", text)));
  }
}
